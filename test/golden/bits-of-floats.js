const t0=T[0];
const t1=T[1];
const t2=T[2];
const copied$F0=func(copied$f0,t0,0,$x0);
const bits$F1=func(bits$f1,t1,1,$x1);
const sign$F2=func(sign$f2,t2,2,$x2);
const M0=memory(1,void 0,0);
const D=M0.d;
function copied$f0(a, b) {
  var c, V;
  V = D;
  c = V.getInt32(a >>> 0, true);
  V.setInt32((b >>> 0) + 4, V.getInt32((a >>> 0) + 4, true), true);
  V.setInt32(b >>> 0, c, true);
}
function bits$f1(a) {
  return D.getInt32(a >>> 0, true);
}
function sign$f2(a) {
  f64Bits(a);
  return R[0] < 0 | 0;
}
return[copied$F0,bits$F1,sign$F2];
