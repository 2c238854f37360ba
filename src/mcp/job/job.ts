import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { canonicalJson } from '../../base/canonicalJson.js';
import { isBelow, openedFiles } from '../../base/confinement.js';
import { packageFolder } from '../../base/packageFolder.js';
import { ProblemError, sortProblems } from '../../base/problem.js';
import { openUserFile } from '../../base/userFile.js';
import { Interruption } from '../../cli/interruption.js';
import { pageScript } from '../../cli/pageScript.js';
import { readLine } from '../../cli/readLine.js';
import { packageVersion } from '../../cli/version.js';
import { html } from '../../report/html.js';
import { readResultDocument } from '../../results/readResultDocument.js';
import { confineProcess } from '../../run/confineProcess.js';
import { CapturedOutput } from './capturedOutput.js';
import { type CommandEnd, type JobAnswer, type JobEnd, type JobRequest, stopMessage } from './jobRequest.js';

/**
 * The program of a process that does one job: it comes as a message, and so does its answer go.
 *
 * A process of its own, since a command reads files and policies that nobody has looked at: whatever they do to it, the server
 * goes on, and it can be ended at any moment with all that it has started.
 */
const interruption = new Interruption(() => {});

process.on('message', (message: JobRequest | typeof stopMessage) => {
  if (message === stopMessage) interruption.begin();
  else void carryOut(message).then((end) => send({ type: 'ended', end }));
});
// It belongs to the server, and ends with it.
process.on('disconnect', () => process.exit());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
send({ type: 'ready' });

function send(answer: JobAnswer): void {
  process.send?.(answer);
}

async function carryOut(request: JobRequest): Promise<JobEnd> {
  const { root, mayRunCode, texts } = request;
  const own = ['docs', 'policies', 'scenarios', 'schema'].map((name) => join(packageFolder(), name));
  confineProcess({
    folders: [root, ...own.map((folder) => realpathSync(folder))],
    mayRunCode,
    texts: Object.fromEntries(Object.entries(texts).map(([name, text]) => [resolve(root, name), text])),
  });
  try {
    if (request.type === 'page') return { type: 'page', html: await pageOf(request.json) };
    return { type: 'done', end: await runCommand(request) };
  } catch (thrown) {
    if (thrown instanceof ProblemError) return { type: 'problems', problems: sortProblems(thrown.problems) };
    return { type: 'bug', message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

async function runCommand(request: Extract<JobRequest, { readonly type: 'command' }>): Promise<CommandEnd> {
  const { words, limits } = request;
  const line = await readLine([words[0], ...limits, ...words.slice(1)]);
  if (typeof line === 'string') throw new Error(`not a command: ${words.join(' ')}`);
  const output = new CapturedOutput((share, title) => send({ type: 'progress', share, title }));
  const code = await line.command.run({
    operands: line.operands,
    options: line.options,
    output,
    interruption,
    withoutFiles: true,
  });
  const { text, said, warnings, document } = output;
  return { exitCode: code, text, said, warnings, document, id: idOf(request, packageVersion()) };
}

/** The name of a result: whoever does the same with the same files finds the same. */
function idOf({ words, texts, root }: Extract<JobRequest, { readonly type: 'command' }>, version: string): string {
  const given = Object.entries(texts).map(([name, text]) => [name, sha256(text)] as const);
  const read = openedFiles()
    .filter((path) => isBelow(path, root))
    .map((path) => [relative(root, path), hashOf(path)] as const);
  return sha256(canonicalJson({ version, words, given: Object.fromEntries(given), read: Object.fromEntries(read) }));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Null for what was asked for and is not there. */
function hashOf(path: string): string | null {
  try {
    const file = openUserFile({ path, limitBytes: Number.POSITIVE_INFINITY, why: '', isOnDisk: true });
    try {
      const hash = createHash('sha256');
      const buffer = Buffer.allocUnsafe(1 << 20);
      for (let count = file.read(buffer); count > 0; count = file.read(buffer)) hash.update(buffer.subarray(0, count));
      return hash.digest('hex');
    } finally {
      file.close();
    }
  } catch (thrown) {
    if (thrown instanceof ProblemError) return null;
    throw thrown;
  }
}

/** The HTML report of a result document, which stands for the file `result.json`. */
async function pageOf(json: string): Promise<string> {
  const document = readResultDocument(join(process.cwd(), 'result.json'));
  const reason = html.tooLarge?.(document);
  if (reason !== undefined) {
    const fix = 'compare fewer policies.';
    const what = `the report ${reason}`;
    throw new ProblemError([{ code: 'too-large', where: {}, what, why: `Its result has ${json.length} bytes.`, fix }]);
  }
  return html.render(document, { color: false, unicode: true, verbose: false, pageScript: pageScript() });
}
