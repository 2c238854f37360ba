import { expect } from 'vitest';
import { expectInert } from '../../support/foreignText.js';
import type { Measured } from '../../support/runMeasured.js';
import type { HostileTrial } from '../trial.js';

const obeysNobody = ({ stdout, stderr }: Measured): void => {
  expectInert(stdout);
  expectInert(stderr);
};

export const textTrials: readonly HostileTrial[] = [
  {
    files: ['hpa-escape.yaml'],
    line: 'D explain hpa-escape.yaml',
    exit: [104],
    says: [/scaleTargetRef\.name {2}name is "web\\u001b\]8;;http:\/\/evil\\u0007"/],
    check: obeysNobody,
  },
  {
    files: ['hpa-escape.yaml'],
    line: 'sed \'s/"web[^"]*"/web/\' hpa-escape.yaml > named.yaml; GITHUB_ACTIONS=true D explain named.yaml --report sarif,junit',
    exit: [0],
    says: [/^w\\x1b\[31mX\\n::error::y, for web {3}Horizontal/m, /- m\\x1b\[2J\\n::warning::z: keeps/],
    check: obeysNobody,
  },
  {
    files: ['policy-annotation.lua'],
    line: 'D compare ok.yaml --policy none --policy policy-annotation.lua --runs 5',
    exit: [107],
    says: [/^policy-annotation\.lua:1: boom\n {4}\| ::error title=lua::injected/m, /none meets the SLO/],
    check: ({ stderr, ...rest }) => {
      obeysNobody({ stderr, ...rest });
      expect(stderr).toContain('\n    | ::stop-commands::x');
    },
  },
];
