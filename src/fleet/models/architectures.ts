/** The shape of a language model, as its published config.json has it. */
export interface Architecture {
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly kvHeads: number;
  /** Of the config: it need not be hidden / heads. */
  readonly headDim: number;
  /** Width of the feed-forward part, of one expert where there are several. */
  readonly ffn: number;
  readonly experts: number;
  readonly activeExperts: number;
  readonly vocabulary: number;
  /** Longest prompt and answer together. */
  readonly maxModelTokens: number;
}

export interface NamedArchitecture extends Architecture {
  readonly name: string;
  /** Repository whose config.json it is. */
  readonly config: string;
}

const dense = { experts: 1, activeExperts: 1, headDim: 128 };
const llama70b = { ...dense, layers: 80, hidden: 8192, heads: 64, kvHeads: 8, ffn: 28672 };

export const architectures: readonly NamedArchitecture[] = [
  {
    name: 'llama-2-7b',
    config: 'meta-llama/Llama-2-7b-hf',
    ...dense,
    ...{ layers: 32, hidden: 4096, heads: 32, kvHeads: 32, ffn: 11008, vocabulary: 32000, maxModelTokens: 4096 },
  },
  {
    name: 'llama-2-70b',
    config: 'meta-llama/Llama-2-70b-hf',
    ...llama70b,
    ...{ vocabulary: 32000, maxModelTokens: 4096 },
  },
  {
    name: 'llama-3.1-8b',
    config: 'meta-llama/Llama-3.1-8B',
    ...dense,
    ...{ layers: 32, hidden: 4096, heads: 32, kvHeads: 8, ffn: 14336, vocabulary: 128256, maxModelTokens: 131072 },
  },
  {
    name: 'llama-3.1-70b',
    config: 'meta-llama/Llama-3.1-70B',
    ...llama70b,
    ...{ vocabulary: 128256, maxModelTokens: 131072 },
  },
  {
    name: 'codellama-34b',
    config: 'codellama/CodeLlama-34b-hf',
    ...dense,
    ...{ layers: 48, hidden: 8192, heads: 64, kvHeads: 8, ffn: 22016, vocabulary: 32000, maxModelTokens: 16384 },
  },
  {
    name: 'mistral-nemo-12b',
    config: 'mistralai/Mistral-Nemo-Base-2407',
    ...dense,
    ...{ layers: 40, hidden: 5120, heads: 32, kvHeads: 8, ffn: 14336, vocabulary: 131072, maxModelTokens: 131072 },
  },
  {
    name: 'mixtral-8x7b',
    config: 'mistralai/Mixtral-8x7B-v0.1',
    ...dense,
    ...{ layers: 32, hidden: 4096, heads: 32, kvHeads: 8, ffn: 14336, vocabulary: 32000, maxModelTokens: 32768 },
    ...{ experts: 8, activeExperts: 2 },
  },
  {
    name: 'qwen2.5-7b',
    config: 'Qwen/Qwen2.5-7B',
    ...dense,
    ...{ layers: 28, hidden: 3584, heads: 28, kvHeads: 4, ffn: 18944, vocabulary: 152064, maxModelTokens: 131072 },
  },
  {
    name: 'qwen3-14b',
    config: 'Qwen/Qwen3-14B',
    ...dense,
    ...{ layers: 40, hidden: 5120, heads: 40, kvHeads: 8, ffn: 17408, vocabulary: 151936, maxModelTokens: 40960 },
  },
  {
    name: 'qwen3-32b',
    config: 'Qwen/Qwen3-32B',
    ...dense,
    ...{ layers: 64, hidden: 5120, heads: 64, kvHeads: 8, ffn: 25600, vocabulary: 151936, maxModelTokens: 40960 },
  },
];
