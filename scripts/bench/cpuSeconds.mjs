// A command with all its processes, in CPU seconds: other programs of the machine lengthen the wall clock, not these.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The shell tells what the children that were waited for took; missed thresholds (99) are no failure here. */
const script = '"$@"; code=$?; times >&3; [ $code -eq 99 ] || exit $code';
const sampleMilliseconds = 20;
const ticksPerSecond = 100;

/**
 * {seconds, stdout} of a command; rejects where it fails.
 *
 * A process that is ended and not waited for (the one of TypeScript policies) is in no parent's times. So the processes are
 * looked at while they run, too, where there is a /proc, and the larger sum counts: the looks miss the last
 * milliseconds, and only those.
 */
export function cpuSeconds(command, args, { cwd, input } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', script, 'sh', command, ...args], { cwd, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
    const texts = ['', '', '', ''];
    for (const stream of [1, 2, 3])
      child.stdio[stream].setEncoding('utf8').on('data', (text) => (texts[stream] += text));
    const seen = new Map();
    const look = setInterval(() => lookAt(child.pid, seen), sampleMilliseconds);
    child.on('error', reject).on('close', (code) => {
      clearInterval(look);
      if (code !== 0) reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${texts[2]}`));
      else resolve({ seconds: Math.max(timesOfChildren(texts[3]), sum([...seen.values()])), stdout: texts[1] });
    });
    child.stdin.on('error', () => {}).end(input);
  });
}

/** The second line of `times`: user and system of the children, as 0m1.230s. */
function timesOfChildren(text) {
  const [, children] = text.trim().split('\n');
  return sum([...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => 60 * minutes + Number(seconds)));
}

/** Notes what a process and its descendants have taken until now. */
function lookAt(pid, seen) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    // Fields 14 and 15 of the line, and the first two are cut off.
    seen.set(pid, (Number(fields[11]) + Number(fields[12])) / ticksPerSecond);
    for (const task of readdirSync(`/proc/${pid}/task`)) {
      const children = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean);
      for (const one of children) lookAt(one, seen);
    }
  } catch {
    // It ended between two looks, or there is no /proc.
  }
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
