import { z } from 'zod';

/**
 * Which fields a version's states had: later versions may add fields, and must not lose or change these. `'value'` is
 * compared whole.
 */
export type Shape = 'value' | { readonly fields: Readonly<Record<string, Shape>> } | { readonly each: Shape };

/** Kept as JSON in the repository; its own keys say what it is. */
export const shapeSchema: z.ZodType<Shape> = z.lazy(() =>
  z.union([
    z.literal('value'),
    z.strictObject({ fields: z.record(z.string(), shapeSchema) }),
    z.strictObject({ each: shapeSchema }),
  ]),
);

/** What of `value` a shape knows. */
export function prune(value: unknown, shape: Shape): unknown {
  if (shape === 'value' || typeof value !== 'object' || value === null) return value;
  if ('fields' in shape) {
    const fields = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      Object.entries(shape.fields)
        .filter(([name]) => name in fields)
        .map(([name, inner]) => [name, prune(fields[name], inner)]),
    );
  }
  if (Array.isArray(value)) return value.map((item: unknown) => prune(item, shape.each));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, prune(item, shape.each)]));
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly type?: string;
}

/** The shape that a JSON Schema describes; what is one thing or another is compared whole, but for "or null". */
export function shapeOf(schema: JsonSchema): Shape {
  const present = schema.anyOf?.filter(({ type }) => type !== 'null');
  if (present !== undefined) return present.length === 1 && present[0] !== undefined ? shapeOf(present[0]) : 'value';
  if (schema.properties !== undefined) {
    const fields = Object.entries(schema.properties).map(([name, inner]) => [name, shapeOf(inner)] as const);
    return { fields: Object.fromEntries(fields) };
  }
  if (schema.items !== undefined) return eachOf(shapeOf(schema.items));
  if (typeof schema.additionalProperties === 'object') return eachOf(shapeOf(schema.additionalProperties));
  return 'value';
}

function eachOf(inner: Shape): Shape {
  return inner === 'value' ? 'value' : { each: inner };
}
