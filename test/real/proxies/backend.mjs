// One server behind a proxy: so many slots, a queue before them, and answers after a known time on a timer. Ends with who started it.
// usage: fork(backend.mjs, [JSON of { index, serviceMs, slots }]); says { port } once it listens.
import { createServer } from 'node:http';

const { index, serviceMs, slots = Number.POSITIVE_INFINITY } = JSON.parse(process.argv[2]);
const waiting = [];
const serviceSeconds = [];
/** performance.timeOrigin + now(), one clock for all processes, in seconds. */
const nowSeconds = () => (performance.timeOrigin + performance.now()) / 1000;
let inside = 0;
let errorShare = 0;
let checksFail = false;
let lastCheckSeconds = -1;

const server = createServer((request, response) => {
  if (request.url === '/check') {
    lastCheckSeconds = nowSeconds();
    response.writeHead(checksFail ? 500 : 200).end();
    return;
  }
  waiting.push(response);
  takeNext();
});

function takeNext() {
  if (inside >= slots || waiting.length === 0) return;
  const response = waiting.shift();
  inside++;
  const isError = Math.random() < errorShare;
  const beginSeconds = performance.now() / 1000;
  setTimeout(() => {
    serviceSeconds.push(performance.now() / 1000 - beginSeconds);
    inside--;
    response.writeHead(isError ? 500 : 200, { 'content-length': 0, 'x-server': index }).end();
    takeNext();
  }, serviceMs);
}

process.on('message', (told) => {
  if (told.errors !== undefined) ({ errors: errorShare, checksFail } = told.errors);
  process.send({ asked: told.asked, serviceSeconds: told.report ? serviceSeconds : undefined, lastCheckSeconds });
});
process.on('disconnect', () => process.exit());
server.keepAliveTimeout = 60_000;
server.listen({ port: 0, host: '127.0.0.1', backlog: 1024 }, () => process.send({ port: server.address().port }));
