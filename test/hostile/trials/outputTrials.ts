import { spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { resultSchema } from '../../../src/results/results.js';
import type { HostileTrial } from '../trial.js';

const files = ['ok.yaml'];
const needsRoot = (): string | undefined => (process.getuid?.() === 0 ? undefined : 'needs root');

/** Waits until the program `$pid` hears signals (bits 1 and 2 of its mask: SIGHUP, SIGINT), at most 20 s. */
const whenItHears = 'for i in $(seq 200); do grep -q "^SigCgt:.*[37bf]$" /proc/$pid/status && break; sleep 0.1; done';

export const outputTrials: readonly HostileTrial[] = [
  {
    files,
    line: 'D compare ok.yaml --policy none --runs 5 --json --out r > /dev/full',
    exit: [106],
    says: [/stdout {2}cannot be written: no space is left/],
    check: (_, folder) => {
      resultSchema.parse(JSON.parse(readFileSync(join(folder, 'r/report.json'), 'utf8')));
    },
  },
  {
    files,
    line: 'for c in "validate ok.yaml" "inspect ok.yaml" "schema event" --help "merge --help" --version; do D $c > /dev/full; c=$?; [ $c = 106 ] || break; done; exit $c',
    exit: [106],
    says: [/stdout {2}cannot be written: no space is left/],
    seconds: 20,
  },
  {
    files,
    // Nothing can be said there, and nothing else changes.
    line: 'D validate ok.yaml 2> /dev/full && D validate ok.yaml 2>&- && D validate nope.yaml 2> /dev/full',
    exit: [104],
    says: [/ok\.yaml: ok\nok\.yaml: ok/],
  },
  {
    files,
    line: 'mknod dev c 1 3; D run ok.yaml --replication 0 --events dev',
    exit: [106],
    says: [/dev {2}cannot be written: it is a device/],
    skip: needsRoot,
    check: (_, folder) => expect(lstatSync(join(folder, 'dev')).isCharacterDevice()).toBe(true),
  },
  {
    files,
    line: 'mkfifo pipe; D run ok.yaml --replication 0 --events pipe',
    exit: [106],
    says: [/pipe {2}cannot be written: it is a pipe/],
    check: (_, folder) => expect(lstatSync(join(folder, 'pipe')).isFIFO()).toBe(true),
  },
  {
    files,
    line: 'cp ok.yaml copy; D run ok.yaml --replication 0 --events ok.yaml; c=$?; cmp ok.yaml copy && exit $c',
    exit: [106],
    says: [/dryscale did not write the file that is there/],
  },
  {
    files,
    line: `D compare ok.yaml --policy none --runs 2 --out r > /dev/null && cp -r r old
      "$DRYSCALE" compare ok.yaml --policy none --set duration=200h --set traffic.s.rate=50 --max-requests 100000000 --workers 1 --out r & pid=$!
      ${whenItHears}; sleep 1; kill -INT $pid; wait $pid; c=$?; rm -f r/*.journal; diff -r r old && exit $c`,
    exit: [105],
    says: [/interrupted/],
    never: [/there is nothing to show/],
    seconds: 20,
  },
  {
    files,
    line: 'ulimit -f 8; D compare ok.yaml --policy none --runs 3 --out r',
    exit: [106],
    says: [/report\.html {2}cannot be written: the file would be larger/, /\bnone\b/],
    check: (_, folder) => expect(readdirSync(join(folder, 'r')).filter((name) => !/journal/.test(name))).toEqual([]),
  },
  {
    files,
    isLong: true,
    line: `mkdir full && mount -t tmpfs -o size=1m none full && dd if=/dev/zero of=full/other bs=1k count=900 2> /dev/null
      echo '{"format": "dryscale-result/1", "of": "yesterday"}' > full/report.json; cp full/report.json old
      D compare ok.yaml --policy none --runs 5 --out full; c=$?; cmp full/report.json old || c=9; ls -A full; umount full; exit $c`,
    exit: [106],
    says: [/full\/report\.\w+ {2}cannot be written: no space is left/, /^other$/m],
    never: [/\.tmp/],
    skip: () => needsRoot() ?? cannotMount(),
  },
];

function cannotMount(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'dryscale-mount-'));
  const { status } = spawnSync('sh', ['-c', 'mount -t tmpfs -o size=1m none "$1" && umount "$1"', 'sh', folder]);
  rmSync(folder, { recursive: true });
  return status === 0 ? undefined : 'needs the right to mount';
}
