import type { McpServer } from '@modelcontextprotocol/server';
import type { Bench } from '../bench.js';
import { prompts } from './index.js';

export function addPrompts(server: McpServer, bench: Bench): void {
  for (const prompt of prompts) {
    const { name, title, description } = prompt;
    server.registerPrompt(name, { title, description, argsSchema: prompt.arguments(bench) }, (given) => ({
      messages: [
        // safe: all arguments of a prompt are text
        {
          role: 'user',
          content: { type: 'text', text: prompt.text(given as Readonly<Record<string, string | undefined>>) },
        },
      ],
    }));
  }
}
