const t0=T[0];
const t1=T[1];
const check$F0=func(check$f0,t0,0,$x0);
const caught$F1=func(caught$f1,t1,1,$x1);
const older$F2=func(older$f2,t1,2,$x1);
const failed$X0=tag(t0);
function check$f0(a) {
  if (a > 9) {
    throw exn(failed$X0, [a]);
  }
}
function caught$f1(a) {
  A: {
    try {
      if (a > 9) {
        throw exn(failed$X0, [a]);
      }
      a = a << 1;
      if (a > 9) {
        throw exn(failed$X0, [a]);
      }
    } catch (_e) {
      _e = caught(_e);
      if (_e.t === failed$X0) {
        a = _e.a[0];
        break A;
      }
      throw _e;
    }
    a = 0;
  }
  return a;
}
function older$f2(a) {
  try {
    if (a > 9) {
      throw exn(failed$X0, [a]);
    }
    a = 0;
  } catch (_e) {
    _e = caught(_e);
    if (_e.t === failed$X0) {
      a = _e.a[0];
    } else {
      a = -1;
    }
  }
  return a;
}
return[check$F0,caught$F1,older$F2];
