const t0=T[0];
const t1=T[1];
const t2=T[2];
const load$F0=func(load$f0,t0,0,$x0);
const divide$F1=func(divide$f1,t1,1,$x1);
const truncate$F2=func(truncate$f2,t2,2,$x2);
const M0=memory(1,void 0,0);
const D=M0.d;
function load$f0(a) {
  return D.getInt32((a >>> 0) + 4, true);
}
function divide$f1(a, b) {
  return i32DivS(a, b);
}
function truncate$f2(a) {
  return i32TruncS(a);
}
return[load$F0,divide$F1,truncate$F2];
