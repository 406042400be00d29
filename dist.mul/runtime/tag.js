// Tag records: what makes two exceptions of the same type different.
export function tag(rtt) {
    return { t: rtt, o: null };
}
