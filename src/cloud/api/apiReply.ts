/** What a simulated host answers. */
export interface ApiReply {
  readonly code: number;
  /** By name, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What the policy's author should know of it. */
  readonly finding?: string;
}

export function jsonReply(code: number, body: unknown, headers: Readonly<Record<string, string>> = {}): ApiReply {
  return { code, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

const statusTexts: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  414: 'URI Too Long',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** `HTTP/1.1 202 Accepted`. */
export function statusLine(code: number): string {
  return `HTTP/1.1 ${code} ${statusTexts[code] ?? ''}`.trim();
}
