const t0=T[0];
const t1=T[1];
const t2=T[2];
const offset$F0=func(offset$f0,t0,0,$x0);
const masked$F1=func(masked$f1,t0,1,$x0);
const constant$F2=func(constant$f2,t1,2,$x1);
const hint$F3=func(hint$f3,t2,3,$x2);
const M0=memory(1,void 0,0);
const D=M0.d;
function offset$f0(a) {
  return D.getInt32((a >>> 0) + 8, true);
}
function masked$f1(a) {
  return D.getInt32((a & 4095) + 8 | 0, true);
}
function constant$f2() {
  return D.getInt32(24, true);
}
function hint$f3(a, b, c) {
  var V;
  V = D;
  V.setInt32((a >>> 0) + 4, c, true);
  V.setInt32(a >>> 0, b, true);
}
return[offset$F0,masked$F1,constant$F2,hint$F3];
