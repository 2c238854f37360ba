import type { HostileTrial } from '../trial.js';

/** Commands that read a file, one after another; the first that does not end with 104 ends the line with its own code. */
const eachRefused = (...lines: readonly string[]): string =>
  `${lines.map((line) => `{ D ${line}; code=$?; [ $code = 104 ] || exit $code; }`).join('; ')}; exit 104`;

export const inputTrials: readonly HostileTrial[] = [
  { files: ['ok.yaml'], line: 'D validate ok.yaml', exit: [0], says: [/ok/] },
  {
    files: ['trace-fifo.yaml'],
    line: 'mkfifo fifo.csv; D validate trace-fifo.yaml',
    exit: [104],
    says: [/fifo\.csv.*regular file/],
  },
  {
    files: ['(FIFO)'],
    line: `mkfifo f.yaml; ${eachRefused(
      'validate f.yaml',
      'explain f.yaml',
      'merge f.yaml',
      'run ok.yaml --manifest f.yaml',
      'run ok.yaml --baseline f.yaml',
      'decide --policy policy-ready.lua --observations f.yaml',
    )}`,
    exit: [104],
    says: [/f\.yaml {2}is a named pipe \(FIFO\), not a regular file/],
    seconds: 60,
  },
  {
    files: ['(/dev/zero)'],
    line: eachRefused(
      'validate /dev/zero',
      'explain /dev/zero',
      'merge /dev/zero',
      'decide --policy policy-ready.lua --observations /dev/zero',
    ),
    exit: [104],
    says: [/\/dev\/zero {2}is a device, not a regular file/],
    seconds: 40,
  },
  {
    files: ['(3 GB)'],
    line: `truncate -s 3G big.json; ${eachRefused('explain big.json', 'explain --at 60s big.json')}`,
    exit: [104],
    says: [/big\.json {2}is 3221225472 bytes, more than the size limit/],
    seconds: 20,
  },
  {
    files: ['newlines-bomb.mjs'],
    isLong: true,
    line: 'node newlines-bomb.mjs; D validate newlines-bomb.yaml',
    exit: [104],
    says: [/newlines\.csv\.gz:\d+ {2}unpacks to more than .* \(the limit\)/],
    seconds: 20,
  },
  {
    files: ['log-cr.log'],
    line: 'D import log log-cr.log',
    exit: [0],
    says: [/lines 40: 40 counted/, /every line was understood/],
  },
  {
    files: ['alias-undefined.yaml'],
    line: 'D validate alias-undefined.yaml',
    exit: [104],
    says: [/alias-undefined\.yaml:3:\d+ .*\*nope.*no anchor/],
  },
  {
    files: ['keys-80000.mjs'],
    line: 'node keys-80000.mjs > keys-80000.yaml; D validate keys-80000.yaml',
    exit: [104],
    says: [/keys-80000\.yaml:7:1 .*unknown key "k0"/, /79970 more problems/],
    seconds: 5,
  },
  {
    files: ['nested-block.mjs'],
    line: 'node nested-block.mjs > nested-block.yaml; D validate nested-block.yaml',
    exit: [104],
    says: [/nested-block\.yaml:66:\d+ .*nesting depth limit/],
  },
  {
    files: ['threshold-no-line.yaml'],
    line: 'D validate threshold-no-line.yaml',
    exit: [104],
    says: [/threshold-no-line\.yaml:7:\d+ .*not a threshold/],
  },
  {
    files: ['speed-usl.yaml'],
    isLong: true,
    line: `D run speed-usl.yaml --runs 5 && D compare speed-usl.yaml --policy none --runs 5 && D export k6 speed-usl.yaml \
      && D inspect speed-usl.yaml > printed.yaml && grep 'coherency: 0.0005' printed.yaml && D validate printed.yaml`,
    exit: [0],
    says: [/printed\.yaml: ok/],
    seconds: 20,
  },
  {
    files: ['prometheus-1e400.json'],
    line: 'D import prometheus prometheus-1e400.json',
    exit: [104],
    says: [/prometheus-1e400\.json:1:\d+ .*1772550060.*"1e400"/],
    never: [/Infinity/],
  },
  {
    files: ['metrics-1e400.csv'],
    line: 'D decide --policy policy-ready.lua --observations metrics-1e400.csv',
    exit: [104],
    says: [/metrics-1e400\.csv:3:4 .*"1e400"/, /metrics-1e400\.csv:4:6 .*"-3"/],
  },
  {
    files: ['binding-typo.lua'],
    line: "D run ok.yaml --policy 'wbe=binding-typo.lua' --runs 5",
    exit: [2],
    says: [/"wbe", and there is none/, /Did you mean web=/],
  },
  {
    files: ['policy-huge-git.sh'],
    line: 'sh policy-huge-git.sh',
    exit: [104],
    says: [/huge\.lua {2}has 6000000 bytes.*\[policy-too-large\]/],
    never: [/[Dd]id you mean/],
  },
];
