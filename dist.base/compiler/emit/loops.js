// The form of a loop: `while` and `do … while` where its body starts or ends with the test, else `for (;;)`.
import { doWhile, forever, negate, whileStatement } from './ast.js';
/** The condition of `if (condition) break;`, where the `break` leaves the loop the statement is directly in. */
function breakTest(s) {
    if (s === undefined || s.type !== 'IfStatement' || (s.alternate ?? null) !== null || s.consequent.type !== 'BlockStatement')
        return null;
    const { body } = s.consequent;
    return body.length === 1 && body[0].type === 'BreakStatement' && (body[0].label ?? null) === null ? s.test : null;
}
export function loopStatement(frame, body) {
    // In `do … while` a `continue` would go to the test instead of to the head.
    const last = frame.continues === 0 ? breakTest(body[body.length - 1]) : null;
    if (last !== null) {
        body.pop();
        return doWhile(body, negate(last));
    }
    const first = breakTest(body[0]);
    if (first !== null) {
        body.shift();
        return whileStatement(negate(first), body);
    }
    return forever(body);
}
