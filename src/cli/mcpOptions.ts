/** Options of the server of the Model Context Protocol. */
export const mcpRules = {
  http: {
    type: 'text',
    value: '127.0.0.1:PORT',
    describe: 'Serve over HTTP on this machine, instead of stdin and stdout',
  },
  'token-file': {
    type: 'text',
    value: 'FILE',
    describe: 'File with the bearer token that clients must send (with --http)',
  },
  root: { type: 'text', value: 'DIR', describe: 'Folder whose files the tools may read (the current one)' },
  'allow-code': { type: 'flag', describe: 'Run policies and scenarios in TypeScript or JavaScript, too' },
} as const;
