/** A request to a simulated host. */
export interface RawRequest {
  /** In any case. */
  readonly method: string;
  readonly url: string;
  /** By name, in any case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The parts of an address; `host` is undefined where only a path is given. */
export interface Address {
  readonly scheme: string | undefined;
  /** In lower case, with its port unless that is the scheme's own. */
  readonly host: string | undefined;
  /** From the first slash on, as it stands in the address. */
  readonly path: string;
  /** Fields of the query, decoded; the first of several with one name. */
  readonly query: ReadonlyMap<string, string>;
}

export function parseAddress(url: string): Address {
  const [, scheme, authority, rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/([^/?#]*))?(.*)$/is.exec(url) ?? [];
  const [, path = '', query = ''] = /^([^?#]*)(?:\?([^#]*))?/s.exec(rest) ?? [];
  const host = authority?.replace(/^.*@/, '').toLowerCase();
  const ownPort = scheme?.toLowerCase() === 'https' ? /:443$/ : /:80$/;
  return {
    scheme: scheme?.toLowerCase(),
    host: host?.replace(ownPort, ''),
    path: path === '' ? '/' : path,
    query: parseFields(query),
  };
}

/** Fields of a query or of a form: `a=1&b=x%20y`. */
export function parseFields(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const part of text.split('&')) {
    if (part === '') continue;
    const [name, value = ''] = part.split(/=(.*)/s);
    const key = decodeField(name);
    if (!fields.has(key)) fields.set(key, decodeField(value));
  }
  return fields;
}

function decodeField(text: string): string {
  return decodePercent(text.replaceAll('+', ' '));
}

/** A percent sign that begins no escape stays as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A request that a route has taken, as its handler reads it. */
export interface ApiRequest {
  readonly raw: RawRequest;
  /** The names of the route's template. */
  readonly captures: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, string>;
  /** The body as a form; empty where it is JSON. */
  readonly form: ReadonlyMap<string, string>;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
}

export function readRequest(
  raw: RawRequest,
  captures: ReadonlyMap<string, string>,
  query: ReadonlyMap<string, string>,
): ApiRequest {
  const body = raw.body ?? '';
  const json = parseJson(body);
  return { raw, captures, query, form: json === undefined ? parseFields(body) : new Map(), json };
}

function parseJson(text: string): unknown {
  if (!/^\s*[[{"\d-]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `$.server.count` or `$.groups[0].size` in a JSON value; undefined where there is none. */
export function valueAtPath(json: unknown, path: string): unknown {
  let value = json;
  for (const [, key, index] of path.matchAll(/\.([\w-]+)|\[(\d+)\]/g)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key ?? index)) return undefined;
    value = Reflect.get(value, key ?? index);
  }
  return value;
}

/** What a setting such as `$.count`, `{n}` or `3` stands for in a request: a name is looked for in template, query and form. */
export function readSetting(setting: string | number, request: ApiRequest): unknown {
  if (typeof setting === 'number') return setting;
  if (setting.startsWith('$')) return valueAtPath(request.json, setting.slice(1));
  const name = /^\{([\w-]+)\}$/.exec(setting)?.[1];
  if (name === undefined) return setting;
  return request.captures.get(name) ?? request.query.get(name) ?? request.form.get(name);
}
