// The button that grades all of an assignment that is new or has changed.
$("#course-autograde-all").on("click", function () {
  const button = $(this).prop("disabled", true);
  $("#course-autograding").text("Grading …");
  $.post(`${base_url}/formgrader/api/course/autograde/${encodeURIComponent(assignment_id)}`)
    .done((answer) => {
      const { success, log } = typeof answer === "string" ? JSON.parse(answer) : answer;
      $("#course-autograding").text(success ? "Done." : "Not all could be graded; the log says which.");
      const modal = createLogModal("course-log", success ? "Graded" : "Not all could be graded", "What the command said:", log);
      modal.on("hidden.bs.modal", () => window.location.reload());
    })
    .fail((answer) => $("#course-autograding").text(`The server did not grade (${answer.status} ${answer.statusText}).`))
    .always(() => button.prop("disabled", false));
});
