/** A query that cannot be answered as it stands: Prometheus' `bad_data`. */
export class QueryError extends Error {
    /** For the policy's author: which part, and what to write instead; left out where the message says it. */
    advice;
    constructor(message, advice) {
        super(message);
        this.advice = advice;
    }
}
