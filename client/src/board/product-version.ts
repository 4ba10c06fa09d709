import { version } from '../../package.json';

/** The version of the product that drew this page. */
export const productVersion: string = version;
