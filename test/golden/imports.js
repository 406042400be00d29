const now$f0=links[0].f;
const log$f1=links[1].f;
const count$G0=links[2];
const t2=T[2];
const tick$F2=func(tick$f2,t2,2,$x2);
function tick$f2() {
  count$G0.v = count$G0.v + 1 | 0;
  log$f1(count$G0.v, -1, -1);
  return i32TruncSatS(now$f0());
}
return[tick$F2];
