const t0=T[0];
const t1=T[1];
const t2=T[2];
const t3=T[3];
const load$F0=func(load$f0,t0,0,$x0);
const store$F1=func(store$f1,t1,1,$x1);
const move$F2=func(move$f2,t2,2,$x2);
const constant$F3=func(constant$f3,t3,3,$x3);
const M0=memory(1,void 0,0);
const D=M0.d;
function load$f0(a) {
  var V;
  V = D;
  R[0] = V.getInt32((a >>> 0) + 8, true);
  return V.getInt32((a >>> 0) + 4, true);
}
function store$f1(a, b, c) {
  var V;
  V = D;
  V.setInt32((a >>> 0) + 8, c, true);
  V.setInt32((a >>> 0) + 4, b, true);
}
function move$f2(a, b) {
  var c, V;
  V = D;
  c = V.getInt32(a >>> 0, true);
  V.setInt32((b >>> 0) + 4, V.getInt32((a >>> 0) + 4, true), true);
  V.setInt32(b >>> 0, c, true);
}
function constant$f3(a) {
  D.setFloat64(a >>> 0, 5.626349274901198e-221, true);
}
return[load$F0,store$F1,move$F2,constant$F3];
