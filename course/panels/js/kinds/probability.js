// Needs: chances
// Say how probable each event is.

CONTROLS.probability = chances;
