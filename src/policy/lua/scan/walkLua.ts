import { type LuaToken, luaTokens } from './luaTokens.js';

/** What a chain of names such as `ngx.timer.every` begins with, and its parts. */
export interface NamePath {
  /** The module a local stands for: `local http = require("resty.http")`; else the first name is a global. */
  readonly module?: string;
  readonly names: readonly string[];
}

/** A use of a global, or of a module's field. */
export interface NameUse extends NamePath {
  readonly line: number;
  readonly isWrite: boolean;
  /** The arguments where it is called: a text that stands there, or the path of a name. */
  readonly call?: readonly Argument[];
}

interface Argument {
  readonly text?: string;
  readonly path?: NamePath;
}

/** The file does not follow the grammar: the interpreter says where. */
class GrammarError extends Error {}

/**
 * Tells of every use of a global and of a required module in a file, by its grammar and its scopes, without running it.
 *
 * Problem: which names mean the environment, and which the file's own locals. Idea: a descent over the grammar (Lua 5.3 manual,
 * section 9) that keeps scopes and nothing else; a local that stands for a global's field or a module keeps its path.
 * A path ends where it cannot be known: at a call, or at an index that is computed.
 * @returns the line from which on it could not be read; undefined where it was read to the end
 */
export function walkLua(code: string, tell: Listener): number | undefined {
  const walker = new Walker(luaTokens(code), tell);
  try {
    walker.chunk();
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof GrammarError)) throw thrown;
    return walker.line;
  }
}

interface Listener {
  name(use: NameUse): void;
  /** A text that stands in an expression. */
  text(text: string, line: number): void;
}

/** Deeper nesting is left to the interpreter, which has a limit of its own. */
const depthMost = 150;
/** Of a longer path its beginning says as much. */
const pathMost = 12;
const binary = new Set('+ - * / // ^ % & ~ | >> << .. < <= > >= == ~= and or'.split(' '));
const unary = new Set(['not', '#', '-', '~']);
const blockEnds = new Set(['', 'end', 'else', 'elseif', 'until']);

type Scope = Map<string, NamePath | undefined>;

class Walker {
  readonly #tokens: readonly LuaToken[];
  readonly #tell: Listener;
  readonly #scopes: Scope[] = [];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly LuaToken[], tell: Listener) {
    this.#tokens = tokens;
    this.#tell = tell;
  }

  chunk(): void {
    this.#block(() => {});
    if (this.#token.kind !== 'end') throw new GrammarError();
  }

  get line(): number {
    return this.#token.line;
  }

  get #token(): LuaToken {
    return this.#tokens[this.#at];
  }

  /** Whether the next token is this one, and then it is taken. */
  #takes(text: string): boolean {
    const isIt = this.#token.text === text && this.#token.kind !== 'text';
    if (isIt) this.#at++;
    return isIt;
  }

  #expect(text: string): void {
    if (!this.#takes(text)) throw new GrammarError();
  }

  #name(): string {
    const { kind, text } = this.#token;
    if (kind !== 'name') throw new GrammarError();
    this.#at++;
    return text;
  }

  /** A scope of its own, with what `declare` puts into it. */
  #block(declare: (scope: Scope) => void, until?: () => void): void {
    if (++this.#depth > depthMost) throw new GrammarError();
    const scope: Scope = new Map();
    declare(scope);
    this.#scopes.push(scope);
    while (!this.#isBlockEnd) this.#statement();
    until?.();
    this.#scopes.pop();
    this.#depth--;
  }

  get #isBlockEnd(): boolean {
    const { kind, text } = this.#token;
    return kind === 'end' || (kind === 'keyword' && blockEnds.has(text));
  }

  readonly #statements: Readonly<Record<string, () => void>> = {
    ';': () => {},
    if: () => this.#conditions(),
    while: () => {
      this.#expression();
      this.#expect('do');
      this.#blockTo('end');
    },
    do: () => this.#blockTo('end'),
    for: () => this.#loop(),
    repeat: () =>
      this.#block(
        () => {},
        () => {
          // The condition sees the locals of the block.
          this.#expect('until');
          this.#expression();
        },
      ),
    function: () => this.#namedFunction(),
    local: () => this.#local(),
    return: () => {
      if (!this.#isBlockEnd && this.#token.text !== ';') this.#expressions();
    },
    break: () => {},
    goto: () => {
      this.#name();
    },
    '::': () => {
      this.#name();
      this.#expect('::');
    },
  };

  #statement(): void {
    const { kind, text } = this.#token;
    const known = kind === 'text' || !Object.hasOwn(this.#statements, text) ? undefined : this.#statements[text];
    if (known === undefined) {
      this.#assignmentOrCall();
      return;
    }
    this.#at++;
    known();
  }

  #blockTo(end: string): void {
    this.#block(() => {});
    this.#expect(end);
  }

  #conditions(): void {
    do {
      this.#expression();
      this.#expect('then');
      this.#block(() => {});
    } while (this.#takes('elseif'));
    if (this.#takes('else')) this.#block(() => {});
    this.#expect('end');
  }

  #loop(): void {
    const names = this.#names();
    if (!this.#takes('=')) this.#expect('in');
    this.#expressions();
    this.#expect('do');
    this.#block((scope) => {
      for (const name of names) scope.set(name, undefined);
    });
    this.#expect('end');
  }

  #names(): string[] {
    const names = [this.#name()];
    while (this.#takes(',')) names.push(this.#name());
    return names;
  }

  #namedFunction(): void {
    const { line } = this.#token;
    const first = this.#name();
    const names = [first];
    while (this.#takes('.')) names.push(this.#name());
    const isMethod = this.#takes(':');
    if (isMethod) names.push(this.#name());
    const path = this.#pathOf(first, names.slice(1));
    if (path !== undefined) this.#tell.name({ ...path, line, isWrite: true });
    this.#body(isMethod);
  }

  #local(): void {
    const scope = this.#scopes[this.#scopes.length - 1];
    if (this.#takes('function')) {
      scope.set(this.#name(), undefined);
      this.#body(false);
      return;
    }
    const names = this.#names();
    // They are not in scope before the end of the statement: `local print = print`.
    const values = this.#takes('=') ? this.#expressions() : [];
    for (const [index, name] of names.entries()) scope.set(name, values[index]?.path);
  }

  #assignmentOrCall(): void {
    const targets: (() => void)[] = [];
    do {
      const { line } = this.#token;
      const path = this.#suffixed();
      targets.push(() => path !== undefined && this.#tell.name({ ...path, line, isWrite: true }));
      if (this.#token.text !== '=' && this.#token.text !== ',') {
        if (path !== undefined) throw new GrammarError();
        return;
      }
    } while (this.#takes(','));
    this.#expect('=');
    this.#expressions();
    for (const tell of targets) tell();
  }

  #expressions(): Argument[] {
    const all = [this.#expression()];
    while (this.#takes(',')) all.push(this.#expression());
    return all;
  }

  #expression(): Argument {
    if (++this.#depth > depthMost) throw new GrammarError();
    let isAlone = true;
    let value = {};
    for (;;) {
      while (this.#isOneOf(unary)) {
        this.#at++;
        isAlone = false;
      }
      value = this.#simple();
      if (!this.#isOneOf(binary)) break;
      this.#at++;
      isAlone = false;
    }
    this.#depth--;
    return isAlone ? value : {};
  }

  #isOneOf(operators: ReadonlySet<string>): boolean {
    return this.#token.kind !== 'text' && operators.has(this.#token.text);
  }

  #simple(): Argument {
    const { kind, text, line } = this.#token;
    if (kind === 'text') {
      this.#at++;
      this.#tell.text(text, line);
      return { text };
    }
    if (kind === 'number' || ['nil', 'true', 'false', '...'].includes(text)) {
      this.#at++;
      return {};
    }
    if (text === '{') {
      this.#table();
      return {};
    }
    if (this.#takes('function')) {
      this.#body(false);
      return {};
    }
    const path = this.#suffixed();
    if (path === undefined) return { ...(this.#required === undefined ? {} : { path: this.#required }) };
    this.#tell.name({ ...path, line, isWrite: false });
    return { path };
  }

  /** The module that the expression just read asks for, when it is nothing but `require("x")`. */
  #required: NamePath | undefined;

  /** A name with its fields, calls and indexes. Returns its path when it ends as one: not told of yet. */
  #suffixed(): NamePath | undefined {
    const { line } = this.#token;
    let path: NamePath | undefined;
    if (this.#takes('(')) {
      this.#expression();
      this.#expect(')');
    } else path = this.#pathOf(this.#name(), []);
    this.#required = undefined;
    for (;;) {
      const { kind, text } = this.#token;
      if (this.#takes('.')) {
        const name = this.#name();
        path = path ?? this.#required;
        if (path !== undefined && path.names.length < pathMost) path = { ...path, names: [...path.names, name] };
        this.#required = undefined;
      } else if (text === '[' && kind === 'symbol') path = this.#index(path, line);
      else if (this.#takes(':')) {
        const method = this.#name();
        this.#call(path && { ...path, names: [...path.names, method] }, line);
        path = undefined;
      } else if (kind === 'text' || (kind === 'symbol' && (text === '(' || text === '{'))) {
        this.#call(path, line);
        path = undefined;
      } else return path;
    }
  }

  #index(path: NamePath | undefined, line: number): NamePath | undefined {
    this.#expect('[');
    const key = this.#expression();
    this.#expect(']');
    this.#required = undefined;
    if (path === undefined) return undefined;
    if (key.text !== undefined && path.names.length < pathMost) return { ...path, names: [...path.names, key.text] };
    this.#tell.name({ ...path, line, isWrite: false });
    return undefined;
  }

  #call(path: NamePath | undefined, line: number): void {
    const call = this.#arguments();
    if (path !== undefined) this.#tell.name({ ...path, line, isWrite: false, call });
    const isRequire = path?.module === undefined && path?.names.length === 1 && path.names[0] === 'require';
    const [first] = call;
    this.#required = isRequire && first?.text !== undefined ? { module: first.text, names: [] } : undefined;
  }

  #arguments(): Argument[] {
    if (this.#token.kind === 'text' || this.#token.text === '{') return [this.#simple()];
    this.#expect('(');
    if (this.#takes(')')) return [];
    const all = this.#expressions();
    this.#expect(')');
    return all;
  }

  #table(): void {
    this.#expect('{');
    while (!this.#takes('}')) {
      const next = this.#tokens[this.#at + 1];
      if (this.#takes('[')) {
        this.#expression();
        this.#expect(']');
        this.#expect('=');
      } else if (this.#token.kind === 'name' && next.kind === 'symbol' && next.text === '=') this.#at += 2;
      this.#expression();
      if (!this.#takes(',') && !this.#takes(';') && this.#token.text !== '}') throw new GrammarError();
    }
  }

  #body(isMethod: boolean): void {
    this.#expect('(');
    const names = isMethod ? ['self'] : [];
    while (!this.#takes(')')) {
      if (!this.#takes('...')) names.push(this.#name());
      if (!this.#takes(',') && this.#token.text !== ')') throw new GrammarError();
    }
    this.#block((scope) => {
      for (const name of names) scope.set(name, undefined);
    });
    this.#expect('end');
  }

  /** Undefined for a local that stands for nothing known. */
  #pathOf(first: string, rest: readonly string[]): NamePath | undefined {
    const scope = this.#scopes.findLast((one) => one.has(first));
    if (scope === undefined) return { names: [first, ...rest] };
    const known = scope.get(first);
    return known && { ...known, names: [...known.names, ...rest].slice(0, pathMost) };
  }
}
