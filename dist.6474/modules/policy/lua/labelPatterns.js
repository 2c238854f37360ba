import { QueryError } from '../../telemetry/promql/expression.js';
import { CompiledRegex } from './hosts/regex/compiledRegex.js';
import { MatchLimitError } from './hosts/regex/matchRegex.js';
import { RegexError } from './hosts/regex/regexNode.js';
import { luaText } from './luaText.js';
const options = { i: false, m: false, s: true, x: false, u: false, a: true };
/** Regular expressions of label matchers: anchored at both ends, every step of the match charged to the policy. */
export function labelPatterns(charge) {
    return (expression) => {
        // RE2, which Prometheus uses, has neither of them.
        if (/\(\?(=|!|<[=!])|\\[1-9]/.test(expression))
            throw new QueryError(`invalid or unsupported Perl syntax in "${expression}"`);
        const regex = compile(expression);
        return (text) => {
            try {
                return regex.search(regex.subject(luaText.bytes(text)), 0, charge) !== undefined;
            }
            catch (thrown) {
                if (!(thrown instanceof MatchLimitError))
                    throw thrown;
                throw new QueryError(`the expression "${expression}" takes too long`);
            }
        };
    };
}
function compile(expression) {
    try {
        return new CompiledRegex(luaText.bytes(`(?:${expression})$`), options);
    }
    catch (thrown) {
        if (!(thrown instanceof RegexError))
            throw thrown;
        throw new QueryError(`invalid regular expression "${expression}": ${thrown.message}`);
    }
}
