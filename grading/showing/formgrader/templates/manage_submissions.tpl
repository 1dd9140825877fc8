{%- extends 'nbgrader/manage_submissions.tpl' -%}

{%- block messages -%}
<p>
  <button type="button" class="btn btn-primary" id="course-autograde-all">Grade all that are new or changed</button>
  <span role="status" id="course-autograding"></span>
</p>
{{ super() }}
{%- endblock -%}

{%- block script -%}
{{ super() }}
<script src="{{ base_url }}/formgrader/course/static/autograde_all.js"></script>
{%- endblock -%}
