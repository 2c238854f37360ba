import { relative, resolve, sep } from 'node:path';
import { codeEndings, dataEndings, endsIn } from '../base/fileEndings.js';
import { shippedFiles } from '../base/shippedFiles.js';
import { optionalText } from '../base/userFile.js';
import { walkFolder } from '../cli/explain/walkFolder.js';

export type FileKind = 'scenario' | 'policy';

/** A file that a tool takes by this name. */
export interface NamedFile {
  readonly name: string;
  readonly origin: 'root' | 'dryscale';
  /** Such as `scenario`, `lua policy`, `manifest`. */
  readonly form: string;
  /** The first words of it. */
  readonly about: string;
}

/** What is read of a file to see what it is. */
const headBytes = 1024 * 1024;

/** The scenarios and policies below the root, and those that come with dryscale; looked up anew each time, in a stable order. */
export class Files {
  readonly #root: string;
  readonly #mayRunCode: boolean;

  constructor({ root, mayRunCode }: { readonly root: string; readonly mayRunCode: boolean }) {
    this.#root = root;
    this.#mayRunCode = mayRunCode;
  }

  /** @throws ProblemError where the root has too many files */
  list(kind: FileKind): NamedFile[] {
    const endings = [...dataEndings, 'lua', ...(this.#mayRunCode ? codeEndings : [])];
    const own = walkFolder(this.#root, endings).flatMap((path): NamedFile[] => {
      const name = relative(this.#root, path).replaceAll(sep, '/');
      const text = optionalText(path, headBytes);
      return text === undefined ? [] : named(kind, { name, path, origin: 'root', text });
    });
    const ours = this.#shipped(kind).flatMap(({ name, path }): NamedFile[] => {
      const text = optionalText(path, headBytes);
      return text === undefined ? [] : named(kind, { name, path, origin: 'dryscale', text });
    });
    return [...own, ...ours];
  }

  /** The text of a file that `list` has, by its name; undefined for any other. */
  textOf(kind: FileKind, name: string): string | undefined {
    const found = this.list(kind).find((one) => one.name === name);
    if (found === undefined) return undefined;
    const ours = this.#shipped(kind).find((one) => one.name === name);
    const path = found.origin === 'root' ? resolve(this.#root, name) : ours?.path;
    return path === undefined ? undefined : optionalText(path, headBytes);
  }

  /** Those that a name may mean: no deeper than one folder. */
  #shipped(kind: FileKind) {
    const files = shippedFiles(kind === 'scenario' ? 'scenarios' : 'policies');
    return files.filter(
      ({ name, path }) => name.split('/').length <= 2 && (this.#mayRunCode || !endsIn(path, codeEndings)),
    );
  }
}

interface ReadFile extends Pick<NamedFile, 'name' | 'origin'> {
  readonly path: string;
  readonly text: string;
}

function named(kind: FileKind, { name, path, origin, text }: ReadFile): NamedFile[] {
  const form = formOf(path, text);
  const isWanted = kind === 'scenario' ? form === 'scenario' : form !== undefined && form !== 'scenario';
  return isWanted && form !== undefined ? [{ name, origin, form, about: aboutOf(name, text) }] : [];
}

/** What a file is, by its ending and what it looks like; a mistake inside does not hide it. */
function formOf(path: string, text: string): string | undefined {
  if (endsIn(path, ['lua'])) return isRouter(text) ? undefined : 'lua policy';
  if (endsIn(path, codeEndings)) {
    if (/\bdefinePolicy\b/.test(text)) return 'typescript policy';
    return /\bdefineScenario\b/.test(text) ? 'scenario' : undefined;
  }
  const manifest = /\b(HorizontalPodAutoscaler|ScaledObject|ScaledJob)\b/.exec(text)?.[1];
  if (manifest !== undefined && /["']?kind["']?\s*:/.test(text)) return manifest;
  if (/TargetTrackingScaling|ScalingPolic|AutoScalingGroup|aws_autoscaling_|aws_appautoscaling_/.test(text)) {
    return 'aws autoscaling';
  }
  const hasKey = (key: string) => new RegExp(`^\\s*["']?${key}["']?\\s*:`, 'm').test(text);
  return hasKey('services') && (hasKey('traffic') || hasKey('requests')) ? 'scenario' : undefined;
}

/** A router has no `decide`: it chooses for a route, and no policy may be one. */
function isRouter(text: string): boolean {
  return /\broute\s*=|function\s+[\w.]*\broute\b/.test(text) && !/\bdecide\b/.test(text);
}

/** The comment that a file begins with, else the name that it gives itself. */
function aboutOf(name: string, text: string): string {
  const lines = text.split('\n', 20).filter((line) => !/\$schema=|^#!/.test(line));
  const first = lines.findIndex((line) => /^\s*(#|--(?!\[)|\/\/)\s*\w/.test(line));
  const comments = first < 0 ? [] : lines.slice(first);
  const end = comments.findIndex((line) => !/^\s*(#|--|\/\/)/.test(line));
  const comment = comments
    .slice(0, end < 0 ? undefined : end)
    .map((line) => line.replace(/^\s*(#|--|\/\/)+\s*/, ''))
    .join(' ')
    .trim();
  if (comment !== '') return comment.length > 200 ? `${comment.slice(0, 197)}...` : comment;
  return /^\s*["']?name["']?\s*:\s*["']?([\w. -]{1,80})/m.exec(text)?.[1]?.trim() ?? name;
}
