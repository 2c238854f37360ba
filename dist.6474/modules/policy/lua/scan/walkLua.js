import { luaTokens } from './luaTokens.js';
/** The file does not follow the grammar: the interpreter says where. */
class GrammarError extends Error {
}
/**
 * Tells of every use of a global and of a required module in a file, by its grammar and its scopes, without running it.
 *
 * Problem: which names mean the environment, and which the file's own locals. Idea: a descent over the grammar (Lua 5.3 manual,
 * section 9) that keeps scopes and nothing else; a local that stands for a global's field or a module keeps its path.
 * A path ends where it cannot be known: at a call, or at an index that is computed.
 * @returns the line from which on it could not be read; undefined where it was read to the end
 */
export function walkLua(code, tell) {
    const walker = new Walker(luaTokens(code), tell);
    try {
        walker.chunk();
        return undefined;
    }
    catch (thrown) {
        if (!(thrown instanceof GrammarError))
            throw thrown;
        return walker.line;
    }
}
/** Deeper nesting is left to the interpreter, which has a limit of its own. */
const depthMost = 150;
/** Of a longer path its beginning says as much. */
const pathMost = 12;
const binary = new Set('+ - * / // ^ % & ~ | >> << .. < <= > >= == ~= and or'.split(' '));
const unary = new Set(['not', '#', '-', '~']);
const blockEnds = new Set(['', 'end', 'else', 'elseif', 'until']);
class Walker {
    #tokens;
    #tell;
    #scopes = [];
    #at = 0;
    #depth = 0;
    constructor(tokens, tell) {
        this.#tokens = tokens;
        this.#tell = tell;
    }
    chunk() {
        this.#block(() => { });
        if (this.#token.kind !== 'end')
            throw new GrammarError();
    }
    get line() {
        return this.#token.line;
    }
    get #token() {
        return this.#tokens[this.#at];
    }
    /** Whether the next token is this one, and then it is taken. */
    #takes(text) {
        const isIt = this.#token.text === text && this.#token.kind !== 'text';
        if (isIt)
            this.#at++;
        return isIt;
    }
    #expect(text) {
        if (!this.#takes(text))
            throw new GrammarError();
    }
    #name() {
        const { kind, text } = this.#token;
        if (kind !== 'name')
            throw new GrammarError();
        this.#at++;
        return text;
    }
    /** A scope of its own, with what `declare` puts into it. */
    #block(declare, until) {
        if (++this.#depth > depthMost)
            throw new GrammarError();
        const scope = new Map();
        declare(scope);
        this.#scopes.push(scope);
        while (!this.#isBlockEnd)
            this.#statement();
        until?.();
        this.#scopes.pop();
        this.#depth--;
    }
    get #isBlockEnd() {
        const { kind, text } = this.#token;
        return kind === 'end' || (kind === 'keyword' && blockEnds.has(text));
    }
    #statements = {
        ';': () => { },
        if: () => this.#conditions(),
        while: () => {
            this.#expression();
            this.#expect('do');
            this.#blockTo('end');
        },
        do: () => this.#blockTo('end'),
        for: () => this.#loop(),
        repeat: () => this.#block(() => { }, () => {
            // The condition sees the locals of the block.
            this.#expect('until');
            this.#expression();
        }),
        function: () => this.#namedFunction(),
        local: () => this.#local(),
        return: () => {
            if (!this.#isBlockEnd && this.#token.text !== ';')
                this.#expressions();
        },
        break: () => { },
        goto: () => {
            this.#name();
        },
        '::': () => {
            this.#name();
            this.#expect('::');
        },
    };
    #statement() {
        const { kind, text } = this.#token;
        const known = kind === 'text' || !Object.hasOwn(this.#statements, text) ? undefined : this.#statements[text];
        if (known === undefined) {
            this.#assignmentOrCall();
            return;
        }
        this.#at++;
        known();
    }
    #blockTo(end) {
        this.#block(() => { });
        this.#expect(end);
    }
    #conditions() {
        do {
            this.#expression();
            this.#expect('then');
            this.#block(() => { });
        } while (this.#takes('elseif'));
        if (this.#takes('else'))
            this.#block(() => { });
        this.#expect('end');
    }
    #loop() {
        const names = this.#names();
        if (!this.#takes('='))
            this.#expect('in');
        this.#expressions();
        this.#expect('do');
        this.#block((scope) => {
            for (const name of names)
                scope.set(name, undefined);
        });
        this.#expect('end');
    }
    #names() {
        const names = [this.#name()];
        while (this.#takes(','))
            names.push(this.#name());
        return names;
    }
    #namedFunction() {
        const { line } = this.#token;
        const first = this.#name();
        const names = [first];
        while (this.#takes('.'))
            names.push(this.#name());
        const isMethod = this.#takes(':');
        if (isMethod)
            names.push(this.#name());
        const path = this.#pathOf(first, names.slice(1));
        if (path !== undefined)
            this.#tell.name({ ...path, line, isWrite: true });
        this.#body(isMethod);
    }
    #local() {
        const scope = this.#scopes[this.#scopes.length - 1];
        if (this.#takes('function')) {
            scope.set(this.#name(), undefined);
            this.#body(false);
            return;
        }
        const names = this.#names();
        // They are not in scope before the end of the statement: `local print = print`.
        const values = this.#takes('=') ? this.#expressions() : [];
        for (const [index, name] of names.entries())
            scope.set(name, values[index]?.path);
    }
    #assignmentOrCall() {
        const targets = [];
        do {
            const { line } = this.#token;
            const path = this.#suffixed();
            targets.push(() => path !== undefined && this.#tell.name({ ...path, line, isWrite: true }));
            if (this.#token.text !== '=' && this.#token.text !== ',') {
                if (path !== undefined)
                    throw new GrammarError();
                return;
            }
        } while (this.#takes(','));
        this.#expect('=');
        this.#expressions();
        for (const tell of targets)
            tell();
    }
    #expressions() {
        const all = [this.#expression()];
        while (this.#takes(','))
            all.push(this.#expression());
        return all;
    }
    #expression() {
        if (++this.#depth > depthMost)
            throw new GrammarError();
        let isAlone = true;
        let value = {};
        for (;;) {
            while (this.#isOneOf(unary)) {
                this.#at++;
                isAlone = false;
            }
            value = this.#simple();
            if (!this.#isOneOf(binary))
                break;
            this.#at++;
            isAlone = false;
        }
        this.#depth--;
        return isAlone ? value : {};
    }
    #isOneOf(operators) {
        return this.#token.kind !== 'text' && operators.has(this.#token.text);
    }
    #simple() {
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
        if (path === undefined)
            return { ...(this.#required === undefined ? {} : { path: this.#required }) };
        this.#tell.name({ ...path, line, isWrite: false });
        return { path };
    }
    /** The module that the expression just read asks for, when it is nothing but `require("x")`. */
    #required;
    /** A name with its fields, calls and indexes. Returns its path when it ends as one: not told of yet. */
    #suffixed() {
        const { line } = this.#token;
        let path;
        if (this.#takes('(')) {
            this.#expression();
            this.#expect(')');
        }
        else
            path = this.#pathOf(this.#name(), []);
        this.#required = undefined;
        for (;;) {
            const { kind, text } = this.#token;
            if (this.#takes('.')) {
                const name = this.#name();
                path = path ?? this.#required;
                if (path !== undefined && path.names.length < pathMost)
                    path = { ...path, names: [...path.names, name] };
                this.#required = undefined;
            }
            else if (text === '[' && kind === 'symbol')
                path = this.#index(path, line);
            else if (this.#takes(':')) {
                const method = this.#name();
                this.#call(path && { ...path, names: [...path.names, method] }, line);
                path = undefined;
            }
            else if (kind === 'text' || (kind === 'symbol' && (text === '(' || text === '{'))) {
                this.#call(path, line);
                path = undefined;
            }
            else
                return path;
        }
    }
    #index(path, line) {
        this.#expect('[');
        const key = this.#expression();
        this.#expect(']');
        this.#required = undefined;
        if (path === undefined)
            return undefined;
        if (key.text !== undefined && path.names.length < pathMost)
            return { ...path, names: [...path.names, key.text] };
        this.#tell.name({ ...path, line, isWrite: false });
        return undefined;
    }
    #call(path, line) {
        const call = this.#arguments();
        if (path !== undefined)
            this.#tell.name({ ...path, line, isWrite: false, call });
        const isRequire = path?.module === undefined && path?.names.length === 1 && path.names[0] === 'require';
        const [first] = call;
        this.#required = isRequire && first?.text !== undefined ? { module: first.text, names: [] } : undefined;
    }
    #arguments() {
        if (this.#token.kind === 'text' || this.#token.text === '{')
            return [this.#simple()];
        this.#expect('(');
        if (this.#takes(')'))
            return [];
        const all = this.#expressions();
        this.#expect(')');
        return all;
    }
    #table() {
        this.#expect('{');
        while (!this.#takes('}')) {
            const next = this.#tokens[this.#at + 1];
            if (this.#takes('[')) {
                this.#expression();
                this.#expect(']');
                this.#expect('=');
            }
            else if (this.#token.kind === 'name' && next.kind === 'symbol' && next.text === '=')
                this.#at += 2;
            this.#expression();
            if (!this.#takes(',') && !this.#takes(';') && this.#token.text !== '}')
                throw new GrammarError();
        }
    }
    #body(isMethod) {
        this.#expect('(');
        const names = isMethod ? ['self'] : [];
        while (!this.#takes(')')) {
            if (!this.#takes('...'))
                names.push(this.#name());
            if (!this.#takes(',') && this.#token.text !== ')')
                throw new GrammarError();
        }
        this.#block((scope) => {
            for (const name of names)
                scope.set(name, undefined);
        });
        this.#expect('end');
    }
    /** Undefined for a local that stands for nothing known. */
    #pathOf(first, rest) {
        const scope = this.#scopes.findLast((one) => one.has(first));
        if (scope === undefined)
            return { names: [first, ...rest] };
        const known = scope.get(first);
        return known && { ...known, names: [...known.names, ...rest].slice(0, pathMost) };
    }
}
