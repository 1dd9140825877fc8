{#- nbgrader's frame of every page but a submission's, in which names of any script read as they are written,
    and who has none stands there by the id. -#}
{%- extends 'nbgrader/base.tpl' -%}
{%- block script -%}
<style>
td, .breadcrumb li { unicode-bidi: plaintext; }
.modal pre { white-space: pre-wrap; }
</style>
<script src="{{ base_url }}/formgrader/course/static/names.js"></script>
{%- endblock -%}
