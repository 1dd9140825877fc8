// Needs: chances
// Forecast dated events, in numbers or in words.

CONTROLS.forecast = chances;
