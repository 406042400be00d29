export declare function signedView(view: DataView): DataView;
