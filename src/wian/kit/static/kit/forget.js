/* Nobody is signed in here any more: what this tab kept for them (draft.js) goes. */

sessionStorage.clear();
