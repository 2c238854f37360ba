import type { CallToolResult, ContentBlock } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import { issueWords } from '../../base/issueWords.js';
import { type Problem, ProblemError, problemLines } from '../../base/problem.js';
import { visibleJson, visibleText } from '../../base/visible.js';
import { CallProblems } from '../callProblems.js';
import { internalBug } from '../job/answeredJob.js';
import { answerCharacters } from '../limits.js';
import type { Answer, CallContext, Tool } from './tool.js';

/** A call from its arguments to its result: what goes wrong on the way is a result, too, as a list of problems. */
export async function answerCall(tool: Tool, given: unknown, context: CallContext): Promise<CallToolResult> {
  const read = tool.input.safeParse(given ?? {});
  if (!read.success) return problemResult(inputProblems(tool, read.error.issues));
  try {
    return answerResult(tool, await tool.call(read.data, context), context);
  } catch (thrown) {
    if (thrown instanceof CallProblems || thrown instanceof ProblemError) return problemResult(thrown.problems);
    return problemResult([internalBug(thrown instanceof Error ? thrown.message : String(thrown))]);
  }
}

function inputProblems(tool: Tool, issues: readonly z.core.$ZodIssue[]): Problem[] {
  const known = Object.keys(tool.input.shape).join(', ');
  return issues.slice(0, mostProblems).map((issue): Problem => {
    const isUnknown = issue.code === 'unrecognized_keys';
    const path = [...issue.path, ...(isUnknown ? issue.keys.slice(0, 1) : [])].map(String).join('.').slice(0, 200);
    return {
      code: isUnknown ? 'unknown-key' : 'bad-input',
      where: { path },
      what: isUnknown ? `${tool.name} takes no "${path}"` : issueWords(issue),
      why: isUnknown ? 'An unknown key would be ignored silently.' : 'The call cannot be carried out so.',
      fix: `the keys are ${known || 'none'}; see the schema of the tool.`,
    };
  });
}

const mostProblems = 50;

/** Problems as data, and as lines for people. */
export function problemResult(problems: readonly Problem[]): CallToolResult {
  const shown = problems.slice(0, mostProblems);
  const more = problems.length - shown.length;
  const lines = shown.flatMap((problem) => problemLines(problem));
  const text = [...lines, ...(more > 0 ? [`${more} more problems`] : [])].join('\n');
  return {
    isError: true,
    content: [{ type: 'text', text: cut(text) }],
    structuredContent: { problems: shown.map((problem) => ({ ...problem, what: cut(problem.what, 4_000) })) },
  };
}

function answerResult(tool: Tool, answer: Answer, { shared }: CallContext): CallToolResult {
  const { kept } = answer;
  if (kept !== undefined) {
    const json = `${visibleJson(kept.document)}\n`;
    shared.results.keep(kept.id, { json, hasPage: kept.hasPage });
  }
  const structured = shortened(answer, tool);
  const text = visibleText(answer.text);
  const isShort = text.length > answerCharacters || structured.omitted !== undefined;
  const links: ContentBlock[] = [];
  if (kept !== undefined && (isShort || kept.hasPage)) {
    links.push(link(`dryscale://results/${kept.id}`, 'all of this answer', 'application/json'));
    if (kept.hasPage) links.push(link(`dryscale://reports/${kept.id}`, 'the report as a page', 'text/html'));
  }
  return { content: [{ type: 'text', text: cut(text) }, ...links], structuredContent: structured };
}

function link(uri: string, name: string, mimeType: string): ContentBlock {
  return { type: 'resource_link', uri, name, mimeType };
}

/** The data, without as many of the keys that may go as it takes. */
function shortened({ structured }: Answer, { shorten }: Tool): Record<string, unknown> {
  const omitted: string[] = [];
  const rest: Record<string, unknown> = JSON.parse(JSON.stringify(structured));
  for (const key of shorten) {
    if (JSON.stringify(rest).length <= answerCharacters) break;
    if (leaveOut(rest, key.split('.'))) omitted.push(key);
  }
  return omitted.length === 0 ? rest : { ...rest, omitted };
}

/** @returns whether it was there */
function leaveOut(data: Record<string, unknown>, [key, ...inner]: readonly string[]): boolean {
  if (data[key] === undefined) return false;
  if (inner.length === 0) {
    if (Array.isArray(data[key])) data[key] = [];
    else delete data[key];
    return true;
  }
  const parts = [data[key]].flat() as Record<string, unknown>[]; // safe: a list of objects, as the schema of the answer says
  return parts.map((part) => leaveOut(part, inner)).includes(true);
}

function cut(text: string, most = answerCharacters): string {
  if (text.length <= most) return text;
  const note = `\n... cut off after ${most} characters`;
  return text.slice(0, most - note.length).replace(/[\ud800-\udbff]$/, '') + note;
}
