import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { askEsbuild } from '../../base/esbuildProcess.js';
import { hasEnded, staleMs } from '../../base/output/leftovers.js';
import { untilEnd } from '../../base/untilEnd.js';
import { problem } from './revision.js';
import { git } from './runGit.js';
/** A policy with all it imports is a few pages. */
const mostFiles = 200;
export const largestBytes = 1_000_000;
const mostBytes = 10_000_000;
const code = /\.[cm]?[tj]sx?$/i;
/**
 * Files as they are in a revision, in a temporary folder with the paths of the repository.
 *
 * Only what is asked for is copied, with what it imports. Policies are then read like any others, so every kind of them is
 * understood. `remove` it afterwards.
 */
export class Snapshot {
    folder;
    #revision;
    #forget;
    #copied = new Set();
    /** [path] what it imports, of what the revision has. */
    #imports = new Map();
    #byteCount = 0;
    #renames;
    constructor(revision) {
        this.#revision = revision;
        this.folder = mkdtempSync(join(tmpdir(), `dryscale-git-${process.pid}-`));
        this.#forget = untilEnd(() => this.remove());
        removeLeftovers(this.folder);
    }
    remove() {
        this.#forget();
        rmSync(this.folder, { recursive: true, force: true });
    }
    /** Where a path of the repository lies in the snapshot. */
    pathOf(path) {
        return join(this.folder, ...path.split('/'));
    }
    /**
     * Copies a file with what it imports. One that was renamed since is found under its former name.
     *
     * @returns the name it had then; undefined when the revision has no such file
     * @throws ProblemError for a file that is too large, or imports too many
     */
    async copy(path) {
        const [text] = this.#read([path]).values();
        if (text !== undefined) {
            await this.#write(path, path, text);
            return path;
        }
        const former = this.#formerName(path);
        const [old] = former === undefined ? [] : this.#read([former]).values();
        if (former === undefined || old === undefined)
            return undefined;
        await this.#write(path, former, old);
        return former;
    }
    /** All that a copied file imports, itself or through others. */
    importsOf(path) {
        const found = new Set();
        for (const open = [path]; open.length > 0;) {
            for (const one of this.#imports.get(open.pop() ?? '') ?? []) {
                if (one !== path && !found.has(one))
                    open.push(one);
                if (one !== path)
                    found.add(one);
            }
        }
        return [...found];
    }
    async #write(path, source, text) {
        if (this.#copied.has(path))
            return;
        this.#copied.add(path);
        this.#byteCount += text.length;
        if (this.#copied.size > mostFiles || this.#byteCount > mostBytes) {
            const what = `imports more than ${mostFiles} files or ${mostBytes / 1e6} MB`;
            throw this.#problem(source, 'too-many-imports', what, 'put what the policy needs into few files.');
        }
        mkdirSync(dirname(this.pathOf(path)), { recursive: true });
        writeFileSync(this.pathOf(path), text);
        if (!code.test(path))
            return;
        this.#linkPackages(path);
        const imported = this.#read((await importsOf(path, text)).filter((one) => !one.startsWith('..')));
        this.#imports.set(path, [...imported.keys()]);
        for (const [name, content] of imported)
            await this.#write(name, name, content);
    }
    /** Packages are not part of a revision: they are those of the working folder. */
    #linkPackages(path) {
        for (let folder = posix.dirname(path);; folder = posix.dirname(folder)) {
            const packages = join(this.#revision.root, folder, 'node_modules');
            const link = join(this.folder, folder, 'node_modules');
            if (existsSync(packages) && !existsSync(link))
                symlinkSync(packages, link, 'junction');
            if (folder === '.')
                return;
        }
    }
    /** The texts of those files that the revision has; links inside the repository are followed. */
    #read(paths) {
        const found = new Map();
        const asked = [...new Set(paths)].filter((path) => !/[\n\r\0]/.test(path));
        if (asked.length === 0)
            return found;
        const input = asked.map((path) => `${this.#revision.commit}:${path}\n`).join('');
        const answers = headLines(git(['cat-file', '--batch-check', '--follow-symlinks'], { input }) ?? '');
        for (const [index, path] of asked.entries()) {
            const [, id, size] = /^([0-9a-f]{40,64}) blob (\d+)$/.exec(answers[index] ?? '') ?? [];
            if (id === undefined)
                continue;
            if (Number(size) > largestBytes) {
                const what = `has ${size} bytes in ${this.#revision.name}`;
                throw this.#problem(path, 'policy-too-large', what, 'name the policy itself: a text of at most 1 MB.');
            }
            const text = git(['cat-file', 'blob', id]);
            if (text === undefined) {
                const what = `cannot be read in ${this.#revision.name}`;
                throw this.#problem(path, 'policy-unreadable', what, 'look at the repository with git fsck.');
            }
            found.set(path, text);
        }
        return found;
    }
    #formerName(path) {
        if (this.#renames === undefined) {
            const args = [
                'diff',
                '--no-ext-diff',
                '--no-relative',
                '--find-renames',
                '--diff-filter=R',
                '--name-status',
                '-z',
            ];
            const fields = (git([...args, this.#revision.commit], { folder: this.#revision.root }) ?? '').split('\0');
            const pairs = fields.flatMap((field, index) => /^R\d+$/.test(field) && index % 3 === 0 ? [[fields[index + 2], fields[index + 1]]] : []);
            this.#renames = new Map(pairs);
        }
        return this.#renames.get(path);
    }
    #problem(path, code, what, fix) {
        return problem(`git:${this.#revision.name}:${path}`, code, what, 'It is read whole, before anything runs.', fix);
    }
}
/** Takes away what killed programs left beside a new folder. */
function removeLeftovers(folder) {
    const parent = dirname(folder);
    const newMs = statSync(folder).mtimeMs;
    for (const name of readdirSync(parent)) {
        const pid = /^dryscale-git-(\d+)-/.exec(name)?.[1];
        if (pid === undefined || !hasEnded(Number(pid)))
            continue;
        try {
            if (newMs - statSync(join(parent, name)).mtimeMs > staleMs)
                rmSync(join(parent, name), { recursive: true });
        }
        catch {
            // Somebody else's, or gone already.
        }
    }
}
/** One line an object; of links that lead nowhere git says the rest on a second one, whose length it names. */
function headLines(text) {
    const lines = text.split('\n');
    const heads = [];
    for (let index = 0; index < lines.length; index++) {
        heads.push(lines[index]);
        if (/^(symlink|dangling|loop|notdir) \d+$/.test(lines[index]))
            index++;
    }
    return heads;
}
/** Endings that an import may leave out, in the order of the bundler. */
const endings = ['.tsx', '.ts', '.jsx', '.js', '.css', '.json', '.mts', '.cts'];
/**
 * The files that a module may mean by its relative imports, as paths of the repository; most of them do not exist.
 *
 * The bundler itself reads the imports, so comments, strings, `require` and `import()` are told apart as when it is loaded.
 */
async function importsOf(path, code) {
    const outcome = await askEsbuild({
        call: 'imports',
        options: {
            stdin: { contents: code, sourcefile: path, loader: /\.[cm]?js$/i.test(path) ? 'js' : 'ts' },
            bundle: true,
            format: 'esm',
            platform: 'node',
            logLevel: 'silent',
            tsconfigRaw: '{}',
        },
    });
    // What cannot be parsed fails again, with its place, when it is loaded.
    const found = outcome.kind === 'code' ? JSON.parse(outcome.code) : [];
    const relative = new Set(found.filter((target) => /^\.{1,2}(\/|$)/.test(target)));
    return [...relative].flatMap((target) => meant(posix.join(posix.dirname(path), target)));
}
function meant(path) {
    return [
        path,
        // TypeScript writes the ending that its output will have.
        ...(/\.[cm]?jsx?$/.test(path) ? [path.replace(/\.([cm]?)js(x?)$/, '.$1ts$2'), path.replace(/\.js$/, '.tsx')] : []),
        ...endings.map((ending) => path + ending),
        ...['package.json', ...endings.map((ending) => `index${ending}`)].map((name) => posix.join(path, name)),
    ];
}
