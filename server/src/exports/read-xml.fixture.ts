import { SaxesParser } from 'saxes';

/** An element as it stands in a document; names as they are written, prefixes included. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Its own text and that of everything in it. */
  text: string;
}

/** Reads a document. @throws Error where it is not well-formed, its namespaces included */
export function readXml(source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  const heard = (text: string): void => {
    for (const element of open) element.text += text;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, uri, attributes }) => {
    const told = Object.entries(attributes).map(([key, attribute]) => [key, attribute.value] as const);
    const element = { name, namespace: uri, attributes: Object.fromEntries(told), children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', heard);
  parser.on('cdata', heard);
  parser.write(source).close();
  if (root === null) throw new Error('a document without an element');
  return root;
}

/** The children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first of the elements that this path leads to. */
export function elementAt(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((held, name) => childrenOf(held, name)[0], element);
}
