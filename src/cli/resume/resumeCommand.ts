import { shellCommand } from '../../base/shellCommand.js';

/** The command as it was typed, with `--resume`: the reports and the gate are to be the same too. */
export function resumeCommand(typed: readonly string[]): string {
  const words = typed.filter((word) => word !== '--resume');
  const end = words.indexOf('--');
  const [options, operands] = end < 0 ? [words, []] : [words.slice(0, end), words.slice(end)];
  return shellCommand(['dryscale', ...options, '--resume', ...operands]);
}
