import { BadSetting } from '../config.ts';

/** The address of a route of the interface on the server at `url`. @throws BadSetting when `url` is no address */
export function apiAddress(url: string, route: string): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new BadSetting(`${url} is no address: say http://HOST:PORT.`);
  return `${url.replace(/\/+$/, '')}/api/v1${route}`;
}
