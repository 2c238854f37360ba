// A server of contexts over stdin and stdout, as small as the revisions of before 2026 allow; it answers by its first argument.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const [how = 'well', ...texts] = process.argv.slice(2);
const write = (text) => process.stdout.write(text);
const send = (id, body) => write(`${JSON.stringify({ jsonrpc: '2.0', id, ...body })}\n`);

if (how === 'dies') {
  process.stderr.write('cannot find module registry\n');
  process.exit(3);
}
if (how === 'floods') {
  const megabyte = 'x'.repeat(1 << 20);
  const more = () => {
    while (write(megabyte));
    process.stdout.once('drain', more);
  };
  more();
}
if (how === 'babbles') for (let line = 0; line < 2000; line++) write(`line ${line}\n`);
if (how === 'hangs') {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
  process.stderr.write(`${process.pid} ${child.pid}\n`);
}

const contents = (uri) => {
  if (how === 'blob') return [{ uri, blob: 'AAAA' }];
  if (how === 'empty') return [];
  return [{ uri, mimeType: 'application/json', text: texts[Number(uri.slice(-1))] ?? '{}' }];
};

const answers = {
  initialize: ({ protocolVersion }) => ({
    result: { protocolVersion, capabilities: { resources: {} }, serverInfo: { name: 'test', version: '1' } },
  }),
  'resources/read': ({ uri }) => {
    if (how === 'refuses') return { error: { code: -32002, message: 'Resource not found' } };
    if (how === 'nonsense') return { result: { contents: 'nonsense' } };
    return { result: { contents: contents(uri) } };
  },
};

createInterface({ input: process.stdin }).on('line', (line) => {
  if (how === 'hangs') return;
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) return;
  // As servers of old do that take it for an attack.
  if (how === 'strict' && method === 'server/discover') process.exit(1);
  send(id, answers[method]?.(params) ?? { error: { code: -32601, message: 'Method not found' } });
});
process.stdin.on('end', () => how !== 'hangs' && process.exit());
