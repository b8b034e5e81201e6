// Slips of the keyboard: letters of Telex and VNI left over, and one wrong letter in a syllable.
(() => {
  // A syllable that Vietnamese can spell, without its marks. What cannot be one is a slip, a foreign
  // word or an abbreviation.
  const INITIAL = "(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu?|r|s|th?|tr|v|x)?";
  const RIMES =
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|e|ec|ech|em|en|eng|enh|eo|ep|et|eu|i|ia|ich|iec|iem|" +
    "ien|ieng|iep|iet|ieu|im|in|inh|ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oc|oe|" +
    "oen|oeo|oet|oi|om|on|ong|ooc|oong|op|ot|u|ua|uan|uang|uat|uay|uc|ue|uech|uenh|ui|um|un|ung|uo|" +
    "uoc|uoi|uom|uon|uong|uop|uot|uou|up|ut|uu|uy|uya|uych|uyen|uyet|uynh|uyt|uyu|y|yem|yen|yet|yeu";
  const SYLLABLE = new RegExp(`^${INITIAL}(?:${RIMES})$`);
  const SHORTEST = 3;

  const spelled = (syllable) => SYLLABLE.test(syllable);

  // `dduowngf` and `d9u7o72ng` typed with the keyboard's own help switched off.
  const untyped = (syllable) =>
    syllable
      .replace(/[1-9]/g, "")
      .replace(/[sfrxjz]+$/, "")
      .replace(/dd/g, "d")
      .replace(/([aeo])\1/g, "$1")
      .replace(/w/g, "")
      .replace(/([bcdghklmnpqrstvx])y$/, "$1i");

  // Whether one letter more, fewer, other, or two neighbours swapped, makes the one word the other.
  const oneLetterApart = (one, two) => {
    if (Math.abs(one.length - two.length) > 1) return false;
    let start = 0;
    while (start < one.length && one[start] === two[start]) start += 1;
    let end = 0;
    const most = Math.min(one.length, two.length) - start;
    while (end < most && one.at(-1 - end) === two.at(-1 - end)) end += 1;
    const [left, right] = [one.slice(start, one.length - end), two.slice(start, two.length - end)];
    if (left.length <= 1 && right.length <= 1) return true;
    return left.length === 2 && left === [...right].reverse().join("");
  };

  niemyet.slips = { SHORTEST, oneLetterApart, spelled, untyped };
})();
