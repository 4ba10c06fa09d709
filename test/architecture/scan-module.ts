import { parseSync } from 'oxc-parser';

import type { SourceFile } from './source-file.ts';

/** Something at a line of a module: an import's specifier, or the dotted name of what is used. */
export interface Sighting {
  readonly name: string;
  readonly line: number;
}

/** What the rules of the house look at in one module. */
export interface ScannedModule extends SourceFile {
  readonly lines: number;
  /** Static, dynamic and type imports, and re-exports. */
  readonly imports: readonly Sighting[];
  /** Globals and members by dotted name (`Date.now`, `process.env`), a call with `()` when it has no arguments and `(…)` when it has. */
  readonly uses: readonly Sighting[];
  /** Words of string and template literals. */
  readonly strings: readonly Sighting[];
  /** True when the module does nothing but pass on what others export. */
  readonly isBarrel: boolean;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** The name as written from its outermost object on: `globalThis.process?.env.A` is `process.env.A`. */
function dottedName(node: unknown): string | null {
  return plainName(node)?.replace(/^(globalThis|window|self)\./, '') ?? null;
}

function plainName(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Identifier') return String(node['name']);
  if (node.type === 'MetaProperty') return `${plainName(node['meta'])}.${plainName(node['property'])}`;
  if (node.type === 'ChainExpression' || node.type === 'ParenthesizedExpression') return plainName(node['expression']);
  if (node.type !== 'MemberExpression') return null;
  const object = plainName(node['object']);
  const property = node['property'];
  if (object === null || !isNode(property)) return null;
  if (node['computed'] !== true) return `${object}.${String(property['name'])}`;
  return property.type === 'Literal' ? `${object}.${String(property['value'])}` : object;
}

/**
 * Reads a module as the compiler would (a parser, not a pattern: comments, strings and markup are told apart).
 * @throws Error when the module does not parse
 */
export function scanModule(file: SourceFile): ScannedModule {
  const parsed = parseSync(file.path, file.text);
  const [problem] = parsed.errors;
  if (problem !== undefined) throw new Error(`${file.path} does not parse: ${problem.message}`);

  const imports: Sighting[] = [];
  const uses: Sighting[] = [];
  const strings: Sighting[] = [];
  const breaks = [...file.text.matchAll(/\n/g)].map((found) => found.index);
  const at = (node: Node): number => {
    const after = breaks.findIndex((index) => index >= node.start);
    return after < 0 ? breaks.length + 1 : after + 1;
  };
  const literal = (value: unknown): string | null =>
    isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string' ? value['value'] : null;

  const visit = (node: Node, within: Node | null): void => {
    const specifier =
      node.type === 'ImportExpression' || /^(Import|Export(Named|All))Declaration$/.test(node.type)
        ? literal(node['source'])
        : node.type === 'TSImportType'
          ? (literal(node['source']) ?? literal(node['argument']))
          : null;
    if (specifier !== null) imports.push({ name: specifier, line: at(node) });

    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const name = dottedName(node['callee']);
      const ends = (node['arguments'] as unknown[]).length === 0 ? '()' : '(…)';
      if (name !== null)
        uses.push({ name: `${node.type === 'NewExpression' ? 'new ' : ''}${name}${ends}`, line: at(node) });
    }
    const isOuterName =
      (node.type === 'Identifier' || node.type === 'MemberExpression') && within?.type !== 'MemberExpression';
    if (isOuterName) {
      const name = dottedName(node);
      if (name !== null) uses.push({ name, line: at(node) });
    }
    // `const { env } = process` is `process.env` in other words.
    if (node.type === 'VariableDeclarator' && isNode(node['id']) && node['id'].type === 'ObjectPattern') {
      const from = dottedName(node['init']);
      for (const property of node['id']['properties'] as Node[]) {
        const key = dottedName(property['key']);
        if (from !== null && key !== null) uses.push({ name: `${from}.${key}`, line: at(property) });
      }
    }
    const words = literal(node);
    if (words !== null) strings.push({ name: words, line: at(node) });
    if (node.type === 'TemplateElement') {
      strings.push({ name: (node['value'] as { cooked: string | null }).cooked ?? '', line: at(node) });
    }
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(child)) visit(child, node);
    }
  };
  const program = parsed.program as unknown as Node;
  visit(program, null);

  const body = program['body'] as Node[];
  const passesOn = (statement: Node): boolean =>
    statement.type === 'ExportAllDeclaration' ||
    (statement.type === 'ExportNamedDeclaration' && isNode(statement['source']));
  return {
    ...file,
    lines: file.text.replace(/\n$/, '').split('\n').length,
    imports,
    uses,
    strings,
    isBarrel:
      body.length > 0 &&
      body.every((statement) => passesOn(statement) || statement.type === 'ImportDeclaration') &&
      body.some(passesOn),
  };
}
