const t0=T[0];
const wide$F1=func(wide$f1,t0,1,$x0);
function square$f0(a) {
  return Math.imul(a, a);
}
function wide$f1(a) {
  return square$f0(a) + 1 | 0;
}
return[wide$F1];
