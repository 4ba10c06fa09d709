import type { IncomingMessage } from 'node:http';

/** The smallest first: what a reader takes equally gladly is chosen in this order. */
const compressed = ['br', 'gzip'] as const;
export type Compressed = (typeof compressed)[number];

/** How a body goes over the wire. */
export type Encoding = Compressed | 'identity';

/** How the reader takes a body most gladly, by the weights of his `Accept-Encoding` (RFC 9110, 12.5.3). */
export function encodingFor(request: Pick<IncomingMessage, 'headers'>): Encoding {
  const weights = weightsOf(request.headers['accept-encoding'] ?? '');
  const weightOf = (name: Encoding): number => weights.get(name) ?? (name === 'identity' ? 0 : (weights.get('*') ?? 0));
  let chosen: Encoding = 'identity';
  let least = weightOf('identity');
  for (const name of compressed) {
    const weight = weightOf(name);
    // As it is only where the reader says that he would rather have it so.
    if (weight > least || (weight === least && weight > 0 && chosen === 'identity')) [chosen, least] = [name, weight];
  }
  return chosen;
}

function weightsOf(accepted: string): ReadonlyMap<string, number> {
  return new Map(
    accepted.split(',').map((each) => {
      const [name = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
      const said = parameters.find((parameter) => parameter.startsWith('q='));
      const weight = said === undefined ? 1 : Number(said.slice(2));
      // A weight that is none is read as a refusal: what was not asked for is never sent.
      return [name === 'x-gzip' ? 'gzip' : name, weight >= 0 && weight <= 1 ? weight : 0];
    }),
  );
}
