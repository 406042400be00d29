const t0=T[0];
const t1=T[1];
const single$F0=func(single$f0,t0,0,$x0);
const copied$F1=func(copied$f1,t1,1,$x1);
const M0=memory(1,void 0,0);
const D=M0.d;
function single$f0(a, b) {
  return negF32(fround(a * b));
}
function copied$f1(a, b) {
  var V;
  V = D;
  V.setInt32(b >>> 0, V.getInt32(a >>> 0, true), true);
}
return[single$F0,copied$F1];
