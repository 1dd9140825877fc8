{#- nbgrader's frame of every page but a submission's, in which names of any script read as they are written. -#}
{%- extends 'nbgrader/base.tpl' -%}
{%- block script -%}
<style>
td, .breadcrumb li { unicode-bidi: plaintext; }
</style>
{%- endblock -%}
