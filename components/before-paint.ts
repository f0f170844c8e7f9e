import { STORED_INPUTS, STORED_THEME, STORED_UPGRADE } from "./storage-keys";

/**
 * Runs before the first paint: the chosen theme, and whether one's own text, or a link's, will replace the example in a moment. In a
 * lesson neither does.
 * A program text, because it must stand inside the page itself.
 */
export const beforePaint = `try{var d=document.documentElement,t=localStorage.getItem("${STORED_THEME}");if(t==="light"||t==="dark")d.dataset.theme=t;if(!/^\\/learn/.test(location.pathname)&&(/^#v\\d/.test(location.hash)||/^\\/s\\//.test(location.pathname)||localStorage.getItem(/^\\/upgrade/.test(location.pathname)?"${STORED_UPGRADE}":"${STORED_INPUTS}")))d.dataset.restoring=""}catch(e){}`;
