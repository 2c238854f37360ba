import { type NamePath, type NameUse, walkLua } from './walkLua.js';

/** Something a policy's text names, with the lines it stands on. */
export interface Named {
  readonly name: string;
  readonly lines: readonly number[];
}

/** A global of the environment, or a field of a module: what the text takes for given. */
export interface NamedPath extends Named, NamePath {}

/** What a Lua policy will use as far as its text says so. */
export interface LuaUses {
  /** `require("x")`, also through pcall. */
  readonly modules: readonly Named[];
  /** Lines of a `require` whose name is computed. */
  readonly computedModules: readonly number[];
  /** `os.getenv("X")`. */
  readonly environment: readonly Named[];
  /** Texts that are addresses, or begin as one. */
  readonly urls: readonly Named[];
  /** Globals that the file does not define itself, and fields of modules; the longest path of each. */
  readonly paths: readonly NamedPath[];
  /** From this line on the text could not be read; undefined where it was read to the end. */
  readonly unreadFromLine: number | undefined;
}

/** Reads a policy's text, without running it. */
export function scanLua(code: string): LuaUses {
  const uses: NameUse[] = [];
  const urls = new Lines();
  const unreadFromLine = walkLua(code, {
    name: (use) => uses.push(withoutG(use)),
    text: (text, line) => {
      if (/^https?:\/\/\S/.test(text)) urls.add(text, line);
    },
  });
  const defined = new Set(
    uses
      .filter(({ module, names, isWrite }) => isWrite && module === undefined && names.length === 1)
      .map(({ names }) => names[0]),
  );
  const [modules, environment] = [new Lines(), new Lines()];
  const computed: number[] = [];
  const paths = new Map<string, NamedPath & { lines: number[] }>();
  for (const use of uses) {
    const { line, call } = use;
    const asked = call && askedOf(use, call);
    if (asked?.of === 'require') asked.name === undefined ? computed.push(line) : modules.add(asked.name, line);
    if (asked?.of === 'os.getenv' && asked.name !== undefined) environment.add(asked.name, line);
    if (use.module === undefined ? !defined.has(use.names[0]) : use.names.length > 0) addPath(paths, use);
  }
  return {
    modules: modules.all,
    computedModules: computed,
    environment: environment.all,
    urls: urls.all,
    paths: [...paths.values()],
    unreadFromLine,
  };
}

/** `_G.print` is `print`. */
function withoutG(use: NameUse): NameUse {
  const isOfG = use.module === undefined && use.names[0] === '_G' && use.names.length > 1;
  return isOfG ? { ...use, names: use.names.slice(1) } : use;
}

/** The text that a call of require or os.getenv asks for, made directly or by pcall. */
function askedOf(
  use: NamePath,
  call: NonNullable<NameUse['call']>,
): { of: string; name: string | undefined } | undefined {
  const of = use.module === undefined ? use.names.join('.') : `${use.module}.${use.names.join('.')}`;
  if (of === 'require' || of === 'os.getenv') return { of, name: call[0]?.text };
  const inner = call[0]?.path;
  if (of === 'pcall' && inner?.module === undefined && inner?.names.join('.') === 'require') {
    return { of: 'require', name: call[1]?.text };
  }
  return undefined;
}

function addPath(paths: Map<string, NamedPath & { lines: number[] }>, { module, names, line }: NameUse): void {
  const name = [...(module === undefined ? [] : [module]), ...names].join('.');
  const key = `${module === undefined ? 'global' : 'module'} ${name}`;
  const known = paths.get(key);
  if (known === undefined) paths.set(key, { ...(module === undefined ? {} : { module }), names, name, lines: [line] });
  else if (!known.lines.includes(line)) known.lines.push(line);
}

class Lines {
  readonly #byName = new Map<string, number[]>();

  add(name: string, line: number): void {
    const lines = this.#byName.get(name) ?? [];
    this.#byName.set(name, lines);
    if (!lines.includes(line)) lines.push(line);
  }

  get all(): Named[] {
    return [...this.#byName].map(([name, lines]) => ({ name, lines }));
  }
}
