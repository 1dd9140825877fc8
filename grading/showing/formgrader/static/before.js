// What nbgrader's scripts expect of the page; it writes them into the page, where no script may run here.
var submission_id = document.documentElement.dataset.submission;
var notebook_id = document.documentElement.dataset.notebook;
var assignment_id = document.documentElement.dataset.assignment;
var base_url = document.documentElement.dataset.base;
// No formula is drawn, so nothing is loaded from elsewhere; nbgrader waits for the end of it to set the focus.
var MathJax = { Hub: { Startup: { signal: { Interest: (ended) => setTimeout(() => ended("End")) } } } };
