-- Lets one transaction after the other add up and compare; who reads does not wait.
-- Safe to repeat.
lock table points.outstanding, points.compared in share row exclusive mode
