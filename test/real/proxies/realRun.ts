import { Agent, get } from 'node:http';
import { temporaryFolder } from '../../support/runCli.js';
import { Backend, nowSeconds, type ServerSpec } from './backends.js';
import { type ProxyName, ProxyProcess } from './proxy.js';

/** What is put up, sent and done. */
export interface SetUp {
  readonly proxy: ProxyName;
  readonly config: (ports: readonly number[]) => (port: number) => string;
  readonly servers: readonly ServerSpec[];
  readonly requestCount: number;
  readonly ratePerSecond: number;
  readonly happenings?: readonly Happening[];
}

/** Something that is done when so many requests have been sent and all of them answered, so that nothing is under way. */
export interface Happening {
  readonly afterCount: number;
  readonly happen: (servers: readonly Backend[]) => Promise<void>;
}

export interface Answer {
  readonly atSeconds: number;
  readonly latencySeconds: number;
  /** 0: the connection broke. */
  readonly status: number;
  /** Who answered; undefined: the proxy itself. */
  readonly server: number | undefined;
}

export interface RealRun {
  readonly answers: readonly Answer[];
  /** [server] what each answer of it took; none of one that was killed. */
  readonly serviceSeconds: readonly (readonly number[])[];
  /** [happening] when it was done, since the first request; the next one comes after it. */
  readonly happenedSeconds: readonly number[];
  /** By how much timers of client and servers came late, on average, whichever is more: what the machine is short of. */
  readonly lateSeconds: number;
}

/** Puts servers and a proxy up, sends the requests, and takes everything down again. */
export async function realRun(setUp: SetUp): Promise<RealRun> {
  const folder = temporaryFolder({});
  const backends: Backend[] = [];
  let proxy: ProxyProcess | undefined;
  try {
    for (const [index, spec] of setUp.servers.entries()) backends.push(await Backend.start(spec, index));
    proxy = await ProxyProcess.start(setUp.proxy, folder.path, setUp.config(backends.map(({ port }) => port)));
    // The first request costs more everywhere.
    for (const _ of backends) await send(proxy.port, new Agent(), 0);
    await sleep(300);
    const before = await Promise.all(backends.map((backend) => backend.report()));
    const { answers, startSeconds, happened, lateSeconds } = await sendAll(setUp, proxy.port, backends);
    const after = await Promise.all(backends.map((backend) => backend.report()));
    const serviceSeconds = after.map(({ serviceSeconds: times = [] }, index) =>
      times.slice(before[index].serviceSeconds?.length ?? 0),
    );
    return {
      answers,
      serviceSeconds,
      happenedSeconds: happened.map((at) => Math.max(0, at - startSeconds - answers[0].atSeconds)),
      lateSeconds: Math.max(lateSeconds, overrunSeconds(serviceSeconds, setUp.servers)),
    };
  } finally {
    await proxy?.stop();
    await Promise.all(backends.map((backend) => backend.kill()));
    folder.remove();
  }
}

/** On average over those servers that live. */
function overrunSeconds(serviceSeconds: RealRun['serviceSeconds'], servers: readonly ServerSpec[]): number {
  const overruns = serviceSeconds.flatMap((times, index) =>
    times.map((seconds) => seconds - servers[index].serviceMs / 1000),
  );
  return overruns.reduce((sum, seconds) => sum + seconds, 0) / overruns.length;
}

const mostLateSeconds = 0.005;

async function sendAll({ requestCount, ratePerSecond, happenings = [] }: SetUp, port: number, backends: Backend[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const planned = plannedSeconds(requestCount, ratePerSecond);
  const startSeconds = nowSeconds();
  const sent: Promise<Answer>[] = [];
  const happened: number[] = [];
  let heldSeconds = 0;
  let lateSeconds = 0;
  while (sent.length < planned.length) {
    const next = happenings[happened.length];
    if (next?.afterCount === sent.length) {
      const beganSeconds = nowSeconds();
      await Promise.all(sent);
      await next.happen(backends);
      happened.push(nowSeconds());
      heldSeconds += nowSeconds() - beganSeconds;
    }
    const earlySeconds = startSeconds + heldSeconds + planned[sent.length] - nowSeconds();
    if (earlySeconds > 0) await sleep(earlySeconds * 1000);
    else {
      lateSeconds -= earlySeconds / planned.length;
      // Whoever was held up goes on from there: what was missed would come as one burst, which no plan has.
      if (-earlySeconds > mostLateSeconds) heldSeconds -= earlySeconds;
      sent.push(send(port, agent, startSeconds));
    }
  }
  const answers = await Promise.all(sent);
  agent.destroy();
  return { answers, startSeconds, happened, lateSeconds };
}

/** Poisson arrivals, the same in every run; the first at once. */
function plannedSeconds(count: number, ratePerSecond: number): number[] {
  let state = 12345;
  let seconds = 0;
  return Array.from({ length: count }, (_, index) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    if (index > 0) seconds -= Math.log((state + 1) / 2 ** 32) / ratePerSecond;
    return seconds;
  });
}

function send(port: number, agent: Agent, startSeconds: number): Promise<Answer> {
  const atSeconds = nowSeconds() - startSeconds;
  return new Promise((done) => {
    const answer = (status: number, server?: number) =>
      done({ atSeconds, latencySeconds: nowSeconds() - startSeconds - atSeconds, status, server });
    const request = get({ port, host: '127.0.0.1', agent }, (response) => {
      response.resume();
      const { 'x-server': server } = response.headers;
      response.on('end', () => answer(response.statusCode ?? 0, server === undefined ? undefined : Number(server)));
      response.on('error', () => answer(0));
    });
    request.on('error', () => answer(0));
  });
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
