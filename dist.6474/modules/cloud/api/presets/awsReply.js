import { jsonReply } from '../apiReply.js';
const namespace = 'http://autoscaling.amazonaws.com/doc/2011-01-01/';
const metadata = { RequestId: '00000000-0000-4000-8000-000000000000' };
/** `<ActionResponse><ActionResult>...`, or the same as JSON for those who accept only that. */
export function awsReply(request, action, result) {
    const body = { ...(result === undefined ? {} : { [`${action}Result`]: result }), ResponseMetadata: metadata };
    return shaped(request, 200, `${action}Response`, body);
}
export function awsFailure(request, code, name, message) {
    const error = { Type: code < 500 ? 'Sender' : 'Receiver', Code: name, Message: message };
    return shaped(request, code, 'ErrorResponse', { Error: error, RequestId: metadata.RequestId });
}
function shaped({ raw }, code, root, body) {
    const accept = Object.entries(raw.headers ?? {}).find(([name]) => name.toLowerCase() === 'accept')?.[1] ?? '';
    if (/\bapplication\/json\b/.test(accept))
        return jsonReply(code, { [root]: body });
    const xml = `<${root} xmlns="${namespace}">${elements(body)}</${root}>`;
    return { code, headers: { 'content-type': 'text/xml' }, body: xml };
}
/** A list is `<member>` by `<member>`. */
function elements(value) {
    if (Array.isArray(value))
        return value.map((entry) => `<member>${elements(entry)}</member>`).join('');
    if (typeof value !== 'object' || value === null)
        return escapeXml(String(value));
    return Object.entries(value)
        .map(([name, entry]) => `<${name}>${elements(entry)}</${name}>`)
        .join('');
}
function escapeXml(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
