/**
 * The process of `runConfined`: reads the task, runs the thread, and watches time and memory while the thread is busy.
 *
 * It ends itself when the program that started it is gone. Exit codes as in runConfined.ts.
 */
export const supervisorCode = `'use strict';
const { Worker } = require('node:worker_threads');
const { Socket } = require('node:net');
const starter = process.ppid;
const chunks = [];
process.stdin.on('data', (chunk) => chunks.push(chunk));
process.stdin.on('end', () => {
  const bytes = Buffer.concat(chunks.splice(0));
  const headerEnd = 8 + Number.parseInt(bytes.toString('latin1', 0, 8), 16);
  const task = JSON.parse(bytes.toString('utf8', 8, headerEnd));
  const { thread, data, heapMegabytes, processLimitBytes, timeSeconds } = task;
  const payload = Uint8Array.from(bytes.subarray(headerEnd));
  const worker = new Worker(thread.code ?? thread.file, {
    eval: thread.code !== undefined,
    workerData: { data, payload },
    transferList: [payload.buffer],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, stackSizeMb: 4 },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  setTimeout(() => process.exit(7), timeSeconds * 1000).unref();
  const look = setInterval(() => {
    if (process.memoryUsage.rss() > processLimitBytes) process.exit(9);
    if (process.ppid !== starter) process.exit(8);
  }, 20);
  let isDone = false;
  worker.on('message', (text) => {
    if (isDone) return;
    isDone = true;
    new Socket({ fd: 3, readable: false, writable: true }).end(text, () => process.exit(0));
  });
  // An error comes by another way than a message and may overtake it; before the exit all messages have been told.
  let code = 8;
  worker.on('error', (thrown) => { if (thrown?.code === 'ERR_WORKER_OUT_OF_MEMORY') code = 9; });
  worker.on('exit', () => { if (!isDone) process.exit(code); });
});
`;
