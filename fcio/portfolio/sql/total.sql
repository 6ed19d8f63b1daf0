-- How far do all its answers together move an assessment away from one with every question open?

SELECT seen.assessment,
       SUM(gain.consultant) AS consultant,
       SUM(gain.cto) AS cto,
       SUM(gain.fractional_cio) AS fractional_cio,
       SUM(gain.full_time_cio) AS full_time_cio,
       SUM(gain.not_yet) AS not_yet,
       SUM(gain.vcio) AS vcio
FROM seen
JOIN gain
    ON gain.question = seen.question
    AND gain.visibility = seen.visibility
    AND gain.state = seen.state
GROUP BY seen.assessment
