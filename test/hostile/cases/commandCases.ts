import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { resultSchema } from '../../../src/results/results.js';
import type { HostileCase } from './hostileCase.js';

const isRoot = process.getuid?.() === 0;
/** Somebody whom a file's permissions hold back. */
const nobody = isRoot ? 'setpriv --reuid 65534 --regid 65534 --clear-groups "$DRYSCALE"' : 'D';
const needsSetpriv = () =>
  isRoot && spawnSync('setpriv', ['--version']).status !== 0
    ? 'root without setpriv is held back by no permission'
    : undefined;

/** Starts `--watch`, with its number in `pid` and its port in `port`. */
const watching = `scenario > s.yaml; "$DRYSCALE" run s.yaml --watch --runs 1 > shown 2> said & pid=$!
      until grep -qs 'page is at' said; do sleep 0.1; done; port=$(sed -n 's/.*127.0.0.1:\\([0-9]*\\).*/\\1/p' said)`;

/** The command line, and what goes wrong on the way. */
export const commandCases: readonly HostileCase[] = [
  { id: 'hv064', line: 'D run s.yaml --sede 1', says: [/--sede is not an option/, /did you mean --seed\?/] },
  { id: 'hv065', line: 'D validate nope.yaml', says: [/nope\.yaml {2}is not found/] },
  {
    id: 'hv066',
    line: `chmod 755 .; scenario > locked.yaml; chmod 0 locked.yaml; ${nobody} validate locked.yaml`,
    says: [/locked\.yaml {2}cannot be read: no permission/],
    skip: needsSetpriv,
  },
  {
    id: 'hv067',
    line: 'scenario > s.yaml; for n in 0 -1 1e9 two; do D run s.yaml --workers=$n; c=$?; [ $c = 2 ] || break; done; exit $c',
    says: [
      /--workers is "0"/,
      /--workers is "-1"/,
      /--workers is "1e9"/,
      /--workers is "two"/,
      /whole numbers 1\.\.64/,
    ],
  },
  {
    id: 'hv068',
    line: 'scenario > s.yaml; D run s.yaml --seed 1 --seed 2',
    says: [/--seed is given twice, with "1" and "2"/],
  },
  {
    id: 'hv069',
    line: 'scenario > s.yaml; { D run s.yaml --runs 1; echo $? > code; } | head -1; exit $(cat code)',
    says: [],
    never: [/EPIPE/],
  },
  {
    id: 'hv070',
    isLong: true,
    line: `scenario > s.yaml; D compare s.yaml --policy none --runs 3 --out out & first=$!
      D compare s.yaml --policy none --policy static:3 --runs 3 --out out; second=$?; wait $first; exit $((second | $?))`,
    exit: [0, 106],
    says: [],
    check: (_, folder) => void resultSchema.parse(JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8'))),
  },
  {
    id: 'hv071',
    isLong: true,
    line: `scenario | sed 's/duration: 1m/duration: 1h/' > s.yaml; "$DRYSCALE" compare s.yaml --policy none --runs 400 --workers 1 --out out & pid=$!
      until ls out/*.journal > /dev/null 2>&1; do sleep 0.1; done; sleep 0.5; kill -INT $pid; wait $pid`,
    says: [/interrupted: completed \d+ of 400 runs; resume: dryscale compare s\.yaml .*--resume/],
    seconds: 10,
    check: (_, folder) => {
      expect(readdirSync(join(folder, 'out')).filter((name) => name.includes('tmp'))).toEqual([]);
      resultSchema.parse(JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8')));
    },
  },
  {
    id: 'hv072',
    isLong: true,
    // Three tries here; test/cli/resume kills a hundred times in `check:long`.
    line: `scenario | sed 's/duration: 1m/duration: 30m/' > s.yaml
      for pause in 0.3 0.7 1.1; do
        "$DRYSCALE" compare s.yaml --policy none --runs 40 --workers 1 --out out --resume > /dev/null 2>&1 & pid=$!
        for i in $(seq 100); do ls out/*.journal > /dev/null 2>&1 && break; sleep 0.1; done
        sleep $pause; kill -9 $pid; wait $pid
        [ ! -e out/report.json ] || node -e 'JSON.parse(require("fs").readFileSync("out/report.json", "utf8"))' || exit 1
      done
      D compare s.yaml --policy none --runs 40 --workers 1 --out out --resume --json > resumed.json &&
      D compare s.yaml --policy none --runs 40 --workers 1 --out whole --json > whole.json && cmp resumed.json whole.json`,
    says: [],
    seconds: 30,
  },
  {
    id: 'hv073',
    isLong: true,
    // The page does not fit, and the results that are there are those of before.
    line: `mkdir tiny; mount -t tmpfs -o size=80k tmpfs tiny; scenario > s.yaml; D run s.yaml --runs 1 --report json --out tiny > /dev/null
      cp tiny/report.json before.json; D run s.yaml --runs 1 --seed 7 --report json,html --out tiny; c=$?; cmp tiny/report.json before.json || c=1
      umount tiny; exit $c`,
    says: [/tiny\/report\.\w+ {2}cannot be written: no space is left on the device \(ENOSPC\)/],
    skip: () => (isRoot && canMount() ? undefined : 'no file system can be mounted'),
  },
  {
    id: 'hv074',
    line: `chmod 755 .; scenario > s.yaml; chmod 644 s.yaml; mkdir ro; chmod 555 ro; ${nobody} run s.yaml --runs 1 --out ro/x`,
    says: [/ro\/x {2}cannot be written: permission denied/],
    never: [/% good/],
    skip: needsSetpriv,
  },
  {
    id: 'hv075',
    isLong: true,
    line: `scenario > s.yaml; echo 'export const decide = () => process.abort();' > abort.mjs
      D compare s.yaml --policy none --policy abort.mjs --runs 2`,
    says: [/abort\.mjs:1: process\.abort is not available/, /none: 99\.\d % good/],
  },
  {
    id: 'hv076',
    isLong: true,
    line: `scenario > s.yaml; echo 'error("x")' > fails.lua; D compare s.yaml --policy none --policy fails.lua --runs 1 --out out > /dev/null
      sed -i 's/"version":"[^"]*"/"version":"0.0.9"/' out/*.journal; D compare s.yaml --policy none --policy fails.lua --runs 1 --out out --resume`,
    says: [/version 0\.0\.9/, /this is \d+\.\d+\.\d+/],
  },
  {
    id: 'hv077',
    isLong: true,
    line: `scenario > s.yaml; mkdir other; cp s.yaml other
      for n in 1 2 4; do D compare s.yaml --policy none --policy target-cpu.lua --runs 4 --workers $n --json > $n.json || exit 1; done
      (cd other; D compare s.yaml --policy none --policy target-cpu.lua --runs 4 --json > ../other.json)
      for n in 2 4 other; do cmp 1.json $n.json || exit 1; done`,
    says: [],
  },
  {
    id: 'hv078',
    isLong: true,
    line: `scenario > s.yaml; D compare s.yaml --policy none --runs 3 --json > a.json
      export TZ=Asia/Kathmandu LANG=tr_TR.UTF-8 LC_ALL=de_DE; D compare s.yaml --policy none --runs 3 --json > b.json; cmp a.json b.json`,
    says: [],
  },
  {
    id: 'hv084',
    isLong: true,
    line: `${watching}; node -e '
      const net = require("net"), http = require("http");
      const slow = net.connect(Number(process.argv[1]), "127.0.0.1", () => slow.write("G"));
      slow.on("error", () => {});
      setTimeout(() => http.get("http://127.0.0.1:" + process.argv[1] + "/", (answer) => { console.log("answer", answer.statusCode); process.exit(0); }), 500);
    ' "$port"; c=$?; kill -INT $pid; wait $pid; exit $c`,
    says: [/^answer 200$/m],
  },
  {
    id: 'hv085',
    line: `${watching}; for path in /../../etc/passwd /%2e%2e%2f%2e%2e%2fetc%2fpasswd //etc/passwd /s.yaml; do node -e '
      require("net").connect(Number(process.argv[1]), "127.0.0.1", function () { this.end("GET " + process.argv[2] + " HTTP/1.1\\r\\nHost: 127.0.0.1:" + process.argv[1] + "\\r\\nConnection: close\\r\\n\\r\\n"); }).pipe(process.stdout);
    ' "$port" $path; done; c=$?; kill -INT $pid; wait $pid; exit $c`,
    says: [/(HTTP\/1\.1 40[04][\s\S]*){4}/],
    never: [/root:/, /HTTP\/1\.1 200/],
  },
  {
    id: 'hv086',
    line: `scenario > s.yaml; node -e '
      let open = 0; const count = 100;
      for (let port = 7357; port < 7357 + count; port++) require("net").createServer().on("error", ready).listen(port, "127.0.0.1", ready);
      function ready() { if (++open === count) console.log("ready"); }
    ' > ports 2> /dev/null & holder=$!; until grep -qs ready ports; do sleep 0.1; done
      D run s.yaml --watch --runs 1; c=$?; kill $holder; exit $c`,
    says: [/ports 7357\.\.7456 of 127\.0\.0\.1 are all in use/],
  },
];

function canMount(): boolean {
  const at = join(process.env.TMPDIR ?? '/tmp', `dryscale-mount-${process.pid}`);
  const script = `mkdir -p ${at} && mount -t tmpfs -o size=64k tmpfs ${at} && umount ${at}`;
  const isPossible = spawnSync('sh', ['-c', script]).status === 0;
  rmSync(at, { recursive: true, force: true });
  return isPossible;
}
