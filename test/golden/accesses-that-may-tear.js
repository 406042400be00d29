const $shared=[];
const t0=T[0];
const t1=T[1];
const t2=T[2];
const t3=T[3];
const F0=func(f0,t0,0,syncedExport($shared,$x0));
const F1=func(f1,t1,1,syncedExport($shared,$x1));
const F2=func(f2,t2,2,syncedExport($shared,$x2));
const F3=func(f3,t3,3,syncedExport($shared,$x3));
const F4=func(f4,t0,4,syncedExport($shared,$x0));
const F5=func(f5,t2,5,syncedExport($shared,$x2));
const F6=func(f6,t2,6,syncedExport($shared,$x2));
const M0=sharedMemory(1,2,0);
$shared.push(M0);
const L0h=(p,o)=>D.getInt16((p>>>0)+o,true);
const L0i=(p,o)=>D.getInt32((p>>>0)+o,true);
const L0f=(p,o)=>D.getFloat32((p>>>0)+o,true);
const S0i=(p,o,v)=>D.setInt32((p>>>0)+o,v,true);
const S0f=(p,o,v)=>D.setFloat32((p>>>0)+o,v,true);
const D=M0.d,P=plainView(M0),D0h=elements(M0,2),D0i=elements(M0,4),D0in=D0i.length,D0f=elements(M0,5),D0fn=D0f.length;
function f0(a, b) {
  var c, d, e, f;
  b = a & 3 ? 1 << 30 : a >>> 2;
  c = D0i;
  d = D0f;
  e = (c[b] ?? L0i(a, 0)) + (D0h[(a & 1 ? 2147483648 : a >>> 1) + 2] ?? L0h(a, 4)) | 0;
  if ((f = b + 2) < D0in) {
    c[f] = e;
  } else {
    S0i(a, 8, e);
  }
  e = (d[b + 4] ?? L0f(a, 16)) + 1;
  if ((f = b + 3) < D0fn) {
    d[f] = e;
  } else {
    S0f(a, 12, e);
  }
}
function f1() {
  var a;
  a = D0i;
  return a[256] + (a[16384] ?? D.getInt32(65536, true)) | 0;
}
function f2(a) {
  return D.getInt32(a >>> 0, true);
}
function f3(a) {
  var W;
  W = P;
  W.setInt8((a >>> 0) + 1, W.getUint8(a >>> 0));
}
function f4(a, b) {
  var c, d, e, f, g, W;
  W = P;
  c = W.getInt32(b >>> 0, true) + 1 | 0;
  W.setInt32((a >>> 0) + 4, W.getInt32((b >>> 0) + 4, true) + (c === 0 | 0) | 0, true);
  W.setInt32(a >>> 0, c, true);
  c = W.getInt32((b >>> 0) + 8, true);
  W.setInt32((a >>> 0) + 12, W.getInt32((b >>> 0) + 12, true), true);
  W.setInt32((a >>> 0) + 8, c, true);
  d = D0f[(b & 3 ? 1 << 30 : b >>> 2) + 8] ?? L0f(b, 32);
  e = fround(W.getFloat32((b >>> 0) + 16, true) + d);
  f = fround(W.getFloat32((b >>> 0) + 20, true) + d);
  g = fround(W.getFloat32((b >>> 0) + 24, true) + d);
  W.setFloat32((a >>> 0) + 28, W.getFloat32((b >>> 0) + 28, true) + d, true);
  W.setFloat32((a >>> 0) + 24, g, true);
  W.setFloat32((a >>> 0) + 20, f, true);
  W.setFloat32((a >>> 0) + 16, e, true);
}
function f5(a) {
  var W;
  W = P;
  W.getInt32((a >>> 0) + 4, true);
  return W.getInt32(a >>> 0, true) ^ (D0i[a & 3 ? 1 << 30 : a >>> 2] ?? L0i(a, 0));
}
function f6(a) {
  var b, c;
  do {} while (!(atomicLoad32(M0, a >>> 0) | 0));
  b = a & 3 ? 1 << 30 : a >>> 2;
  c = D0i;
  return (c[b + 1] ?? L0i(a, 4)) + (c[b + 2] ?? L0i(a, 8)) | 0;
}
return[F0,F1,F2,F3,F4,F5,F6];
