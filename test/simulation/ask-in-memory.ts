import type { RequestListener } from 'node:http';
import { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { brotliDecompressSync } from 'node:zlib';

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
  /** Asks for the body as browsers do: compressed. */
  readonly compressed?: boolean;
}

export interface Answered {
  readonly status: number;
  /** The body as it came over the wire, decompressed where it came compressed. */
  readonly text: string;
  readonly isCompressed: boolean;
}

const endOfHead = '\r\n\r\n';

/** Asks an HTTP application as a request over a network would, without a network. */
export async function askInMemory(
  app: RequestListener,
  { method, path, token, body, compressed }: Asked,
): Promise<Answered> {
  const written: Buffer[] = [];
  const wire = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk);
      done();
    },
  });
  const socket = Object.assign(wire, { remoteAddress: '192.0.2.1' }) as unknown as Socket;
  const sent = body === undefined ? null : Buffer.from(JSON.stringify(body));
  const request = Object.assign(new IncomingMessage(socket), {
    method,
    url: path,
    httpVersion: '1.1',
    httpVersionMajor: 1,
    httpVersionMinor: 1,
    // Else its end would be taken for a connection given up.
    complete: true,
    headers: {
      host: 'election.example',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(compressed === true ? { 'accept-encoding': 'gzip, br' } : {}),
      ...(sent === null ? {} : { 'content-type': 'application/json', 'content-length': String(sent.length) }),
    },
  });
  if (sent !== null) request.push(sent);
  request.push(null);
  const response = new ServerResponse(request);
  response.assignSocket(socket);
  await new Promise<void>((resolve) => {
    response.once('finish', resolve);
    app(request, response);
  });
  const sentBack = Buffer.concat(written);
  const headEnds = sentBack.indexOf(endOfHead);
  const came = sentBack.subarray(headEnds + endOfHead.length);
  const isCompressed =
    came.length > 0 && /\r\ncontent-encoding: br\r\n/i.test(sentBack.toString('latin1', 0, headEnds + 2));
  const text = (isCompressed ? brotliDecompressSync(came) : came).toString();
  return { status: response.statusCode, text, isCompressed };
}
