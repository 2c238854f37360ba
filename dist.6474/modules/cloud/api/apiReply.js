export function jsonReply(code, body, headers = {}) {
    return { code, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
const statusTexts = {
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
export function statusLine(code) {
    return `HTTP/1.1 ${code} ${statusTexts[code] ?? ''}`.trim();
}
